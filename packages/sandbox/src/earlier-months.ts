import { vietnamTime } from '@motcua/core/dates'
import type { EarlierMonth } from '@motcua/gateway'

const MONTHS = 11
const SOURCE = { vi: 'số liệu dựng để chạy thử, không phải của xã nào', en: 'invented for the trial, of no real commune' }

/** Said above every figure of the sandbox. */
export const INVENTED = {
  vi: 'Trang chạy thử: số liệu các tháng trước là dựng lên; tháng này được đếm thật từ những hồ sơ nộp thử ở đây.',
  en: 'Trial page: the figures of earlier months are invented; this month is really counted from the dossiers filed here as a trial.',
}

/**
 * Eleven months before now, invented so that a newcomer sees what a year looks like: the same at every start, and each month
 * begins with what the one before left open.
 */
export function inventedMonths(now: Date): EarlierMonth[] {
  const [year = 0, number = 0] = vietnamTime(now.toISOString()).date.split('-').map(Number)
  let open = 46
  return Array.from({ length: MONTHS }, (_, index) => {
    const ordinal = year * 12 + number - 1 - (MONTHS - index)
    const received = 310 + Math.round(70 * wave(ordinal)) + index * 6
    const late = 7 + Math.round(6 * wave(ordinal * 3))
    const withdrawn = 6 + Math.round(3 * wave(ordinal * 5))
    const carriedOver = open
    open = 40 + Math.round(9 * wave(ordinal * 7))
    const solved = carriedOver + received - withdrawn - open
    const counter = Math.round(received * (0.5 - index * 0.025))
    const post = 9 + Math.round(3 * wave(ordinal * 11))
    const waiting = 8 + Math.round(2 * wave(ordinal * 13))
    const ratings = Math.round(solved * 0.3)
    const month = `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`
    return {
      month, source: SOURCE,
      counts: {
        receivedNew: received, carriedOver, online: received - counter - post, counter, post, solvedOnTime: solved - late, solvedLate: late, solvedUndated: 0, stopped: 0, withdrawn,
        pendingInTime: open - waiting, pendingLate: 0, pendingUndated: 0, waitingSupplement: waiting, waitingPayment: 0,
        feedbackReceived: 8 + (index % 5), feedbackInTime: 8 + (index % 5), feedbackLate: 0, feedbackOpen: 6, feedbackOpenLate: 0,
      },
      shares: {
        onTime: { numerator: carriedOver + received - late, denominator: carriedOver + received },
        paidOnline: { numerator: Math.round(received * (0.55 + index * 0.03)), denominator: Math.round(received * 0.92) },
        digitised: { numerator: Math.round(solved * (0.6 + index * 0.02)), denominator: solved },
        reused: { numerator: Math.round(received * (0.12 + index * 0.015)), denominator: received },
        satisfied: { numerator: Math.round(ratings * 0.6) + Math.round(ratings * 0.28), denominator: ratings },
      },
      ratings: {
        'very-satisfied': Math.round(ratings * 0.6), satisfied: Math.round(ratings * 0.28), neutral: 0, dissatisfied: ratings - Math.round(ratings * 0.6) - Math.round(ratings * 0.28), 'very-dissatisfied': 0,
      },
    }
  })
}

/** Between 0 and 1, the same for the same month. */
function wave(ordinal: number): number { return (Math.sin(ordinal * 1.7) + 1) / 2 }
