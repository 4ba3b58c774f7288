import type { CountName } from './counts.ts'

/** Parts whose sum is published elsewhere, or would be known: one of them alone must not be found by subtraction. */
export const GROUPS: ReadonlyArray<readonly CountName[]> = [
  ['receivedNew', 'carriedOver'],
  ['online', 'counter', 'post'],
  ['solvedOnTime', 'solvedLate', 'solvedUndated', 'stopped', 'withdrawn'],
  ['pendingInTime', 'pendingLate', 'pendingUndated', 'waitingSupplement', 'waitingPayment'],
  ['feedbackReceived'],
  ['feedbackInTime', 'feedbackLate'],
  ['feedbackOpen', 'feedbackOpenLate'],
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

/**
 * Which counts of a month are withheld, group by group. Where a whole group stays below the threshold, its sum would follow from
 * the others (received and carried over are what ended and what is open), so that those give up their smallest parts too.
 */
export function withheldCounts(counts: Readonly<Partial<Record<CountName, number>>>, below: number): Map<CountName, Withheld> {
  const parts = GROUPS.map((group) => Object.fromEntries(group.flatMap((name) => (counts[name] === undefined ? [] : [[name, counts[name]]]))) as Partial<Record<CountName, number>>)
  const withheld = new Map(parts.flatMap((group) => [...withheldParts(group, below)]))
  const balance = [parts[0], parts[2], parts[3]].map((group) => group ?? {})
  const total = (group: Partial<Record<CountName, number>>): number => Object.values(group).reduce((sum, value) => sum + value, 0)
  if (balance.some((group) => isSmall(total(group), below))) {
    for (const group of balance) {
      if (Object.keys(group).some((name) => withheld.has(name as CountName))) continue
      const [first, second] = (Object.entries(group) as Array<[CountName, number]>).filter(([, value]) => value > 0).sort(([, a], [, b]) => a - b)
      for (const part of [first, second]) if (part) withheld.set(part[0], 'linked')
    }
  }
  // New dossiers and those filed online are often the same number.
  if (counts.online === counts.receivedNew) {
    const of = withheld.get('receivedNew') ?? withheld.get('online')
    if (of) { withheld.set('receivedNew', of); if (counts.online !== undefined) withheld.set('online', of) }
  }
  return withheld
}
