import type { CountName } from './counts.ts'

/** Parts whose sum is published elsewhere, or would be known: one of them alone must not be found by subtraction. */
export const GROUPS: ReadonlyArray<readonly CountName[]> = [
  ['receivedNew', 'carriedOver'],
  ['online', 'counter', 'post'],
  ['solvedOnTime', 'solvedLate', 'solvedUndated', 'stopped', 'withdrawn'],
  ['pendingInTime', 'pendingLate', 'pendingUndated', 'waitingSupplement', 'waitingPayment'],
  ['feedbackReceived'], ['feedbackInTime', 'feedbackLate'], ['feedbackOpen', 'feedbackOpenLate'],
]

/** Why a number is not there: it is below the threshold, or somebody could work one out from it. */
export type Withheld = 'small' | 'linked'

const isSmall = (value: number, below: number): boolean => value > 0 && value < below

/**
 * Which of the parts of one sum are withheld. What is below the threshold always is; then the smallest others, until at least
 * two are, and what is missing from the sum is not below the threshold either. Nought tells of nobody and stays.
 *
 * @example
 * withheldParts({ solvedOnTime: 40, solvedLate: 2, stopped: 6 }, 5) // solvedLate: 'small', stopped: 'linked'
 */
export function withheldParts<Name extends string>(parts: Readonly<Partial<Record<Name, number>>>, below: number): Map<Name, Withheld> {
  const withheld = new Map<Name, Withheld>()
  const entries = (Object.entries(parts) as Array<[Name, number]>).filter(([, value]) => value > 0).sort(([, a], [, b]) => a - b)
  for (const [name, value] of entries) if (isSmall(value, below)) withheld.set(name, 'small')
  for (const [name] of entries) {
    if (withheld.size === 0 || isSafe(entries, withheld, below)) break
    if (!withheld.has(name)) withheld.set(name, 'linked')
  }
  return withheld
}

function isSafe<Name extends string>(entries: ReadonlyArray<readonly [Name, number]>, withheld: ReadonlyMap<Name, Withheld>, below: number): boolean {
  const hidden = entries.filter(([name]) => withheld.has(name))
  return hidden.length > 1 && hidden.reduce((sum, [, value]) => sum + value, 0) >= below
}

type Group = ReadonlyArray<readonly [CountName, number]>
const sumOf = (group: Group): number => group.reduce((sum, [, value]) => sum + value, 0)

/**
 * Which counts of a month are withheld, group by group, and what would still give one away:
 *
 * - received and carried over are what ended and what is open, and what is open is carried over next month; so where one of the first
 *   two, or a whole group, must stay unknown, each of the three groups has to have a gap;
 * - the same holds of feedback, where nobody publishes what is carried over and everybody can work it out;
 * - the channels add up to what was received.
 */
export function withheldCounts(counts: Readonly<Partial<Record<CountName, number>>>, below: number): Map<CountName, Withheld> {
  const groups = GROUPS.map((group) => group.flatMap((name): Array<[CountName, number]> => (counts[name] === undefined ? [] : [[name, counts[name]]])))
  const withheld = new Map(groups.flatMap((group) => [...withheldParts<CountName>(Object.fromEntries(group) as Partial<Record<CountName, number>>, below)]))
  const [intake = [], channels = [], ended = [], open = [], sent = [], handled = [], unhandled = []] = groups
  const hasGap = (group: Group): boolean => group.some(([name]) => withheld.has(name))
  const makeGap = (group: Group): void => {
    if (hasGap(group)) return
    // Nought last: it tells of nobody, and is only needed where there is nothing else.
    for (const [name] of group.toSorted(([, a], [, b]) => (a || Infinity) - (b || Infinity) || 0).slice(0, 2)) withheld.set(name, 'linked')
  }
  const feedbackCarriedOver = sumOf(handled) + sumOf(unhandled) - sumOf(sent)
  for (const [balance, carriedOver] of [[[intake, ended, open], 0], [[sent, handled, unhandled], feedbackCarriedOver]] as const) {
    const isNeeded = hasGap(balance[0]) || isSmall(carriedOver, below) || balance.some((group) => isSmall(sumOf(group), below))
    if (isNeeded) for (const group of balance) makeGap(group)
  }
  if (withheld.has('receivedNew')) makeGap(channels)
  // Of one channel that was counted alone both are the same number.
  if (channels.length === 1 && hasGap(channels)) withheld.set('receivedNew', withheld.get('receivedNew') ?? 'linked')
  return withheld
}
