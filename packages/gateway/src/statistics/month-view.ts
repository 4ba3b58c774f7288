import type { LocalizedText } from '@motcua/schemas/definition'
import type { RatingScale } from '@motcua/schemas/reference'
import { COUNTS, SHARES, percentOf, type CountName, type MonthCounts, type Share, type ShareName } from './counts.ts'
import { GROUPS, withheldCounts, withheldParts, type Withheld } from './small-numbers.ts'

/** A count as it is published (`Figure` of the contract). */
export interface Figure { value: number | null; state: 'shown' | 'not-measured' | Withheld }
/** A share as it is published (`ShareFigure` of the contract). */
export interface ShareFigure {
  numerator: number | null
  denominator: number | null
  percent: number | null
  /** What may be said although the share itself may not: whole percent, rounded down. */
  atLeastPercent?: number
  state: 'shown' | 'none' | 'not-measured' | Withheld
}
export interface MonthView {
  month: string
  /** Counted by this gateway, or given by the operator from an earlier system. */
  origin: 'records' | 'earlier'
  source?: LocalizedText
  isOver: boolean
  measuredAt: string
  counts: Record<CountName, Figure>
  shares: Record<ShareName, ShareFigure>
  ratings: Array<{ level: string } & Figure>
}

/** Counts whose being withheld also withholds a share of them. */
const PARTS_OF: Readonly<Partial<Record<ShareName, readonly CountName[]>>> = {
  onTime: [...(GROUPS[2] ?? []), ...(GROUPS[3] ?? [])], online: ['receivedNew', ...(GROUPS[1] ?? [])], paidOnline: ['receivedNew'], reused: ['receivedNew'],
  digitised: ['solvedOnTime', 'solvedLate', 'solvedUndated'],
}

/** What may be published of a month: small numbers and what would give them away are left out, and it says so. */
export function monthView(
  { counts = {}, shares = {}, ratings = {} }: Partial<MonthCounts>, { below, scale }: { below: number; scale: Pick<RatingScale, 'levels'> },
): Pick<MonthView, 'counts' | 'shares' | 'ratings'> {
  const withheld = withheldCounts(counts, below)
  const levels = withheldParts(ratings, below)
  const isLinked: Readonly<Partial<Record<ShareName, boolean>>> = {
    satisfied: levels.size > 0,
    ...Object.fromEntries(Object.entries(PARTS_OF).map(([name, parts]) => [name, parts.some((part) => withheld.has(part))])),
  }
  return {
    counts: record(COUNTS, (name) => figureOf(counts[name], withheld.get(name))),
    shares: record(SHARES, (name) => shareFigure(shares[name] ?? (name === 'online' ? onlineShare(counts) : undefined), { below, isLinked: isLinked[name] ?? false })),
    ratings: scale.levels.map(({ id }) => ({ level: id, ...figureOf(ratings[id], levels.get(id)) })),
  }
}

function figureOf(value: number | undefined, withheld: Withheld | undefined): Figure {
  if (value === undefined) return { value: null, state: 'not-measured' }
  return withheld === undefined ? { value, state: 'shown' } : { value: null, state: withheld }
}

function shareFigure(share: Share | undefined, { below, isLinked }: { below: number; isLinked: boolean }): ShareFigure {
  const nothing = { numerator: null, denominator: null, percent: null }
  if (share === undefined) return { ...nothing, state: 'not-measured' }
  const { numerator, denominator } = share
  if (denominator === 0) return { numerator, denominator, percent: null, state: 'none' }
  const isSmall = [numerator, denominator - numerator, denominator].some((value) => value > 0 && value < below)
  if (!isSmall && !isLinked) return { ...share, percent: percentOf(share), state: 'shown' }
  const isNearlyAll = denominator >= below && denominator - numerator < below
  return { ...nothing, ...(isNearlyAll ? { atLeastPercent: Math.floor((100 * (denominator - below + 1)) / denominator) } : {}), state: isSmall ? 'small' : 'linked' }
}

/** Only where all channels were counted: of what was filed online alone the share would be 100 % and say nothing. */
function onlineShare({ online, counter, post }: MonthCounts['counts']): Share | undefined {
  return online === undefined || counter === undefined || post === undefined ? undefined : { numerator: online, denominator: online + counter + post }
}

function record<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>
}
