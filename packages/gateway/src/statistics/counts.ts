/** What is counted of a month. Dossiers are those that the agency received; see `count-months.ts` for the rules. */
export const COUNTS = [
  'receivedNew', 'carriedOver', 'online', 'counter', 'post',
  'solvedOnTime', 'solvedLate', 'solvedUndated', 'stopped', 'withdrawn',
  'pendingInTime', 'pendingLate', 'pendingUndated', 'waitingSupplement', 'waitingPayment',
  'feedbackReceived', 'feedbackInTime', 'feedbackLate', 'feedbackOpen', 'feedbackOpenLate',
] as const
export type CountName = (typeof COUNTS)[number]

/** Shares with what is counted above and below the line. */
export const SHARES = ['onTime', 'online', 'paidOnline', 'digitised', 'reused', 'satisfied'] as const
export type ShareName = (typeof SHARES)[number]

/** Numerator and denominator: a share without them could not be computed again. */
export interface Share { numerator: number; denominator: number }

/** The figures of one month as they were counted; what is absent was not measured. */
export interface MonthCounts {
  counts: Partial<Record<CountName, number>>
  shares: Partial<Record<ShareName, Share>>
  /** Ratings by level id. */
  ratings: Readonly<Record<string, number>>
}

/** Percent with two decimals, half up; `null` over nothing. Formula paper of Quyết định 766/QĐ-TTg, CONFIRMED in a copy, checked 2026-10. */
export function percentOf({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100
}
