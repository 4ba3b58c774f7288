import type { Figure, MonthStatistics, ShareFigure, Statistics } from '@motcua/portal-client/statistics'

const shown = (value: number): Figure => ({ value, state: 'shown' })
const share = (numerator: number, denominator: number): ShareFigure => ({ numerator, denominator, percent: Math.round((numerator * 10_000) / denominator) / 100, state: 'shown' })
const UNMEASURED: Figure = { value: null, state: 'not-measured' }

function month(name: string, received: number, change: Partial<MonthStatistics> = {}): MonthStatistics {
  return {
    month: name, origin: 'records', isOver: true, measuredAt: '2026-11-01T00:00:00.000Z',
    counts: {
      receivedNew: shown(received), carriedOver: shown(31), online: shown(received), counter: UNMEASURED, post: UNMEASURED,
      solvedOnTime: shown(received - 20), solvedLate: { value: null, state: 'small' }, solvedUndated: shown(0), stopped: { value: null, state: 'linked' }, withdrawn: shown(8),
      pendingInTime: shown(29), pendingLate: shown(0), pendingUndated: shown(0), waitingSupplement: shown(6), waitingPayment: shown(0),
      feedbackReceived: shown(7), feedbackInTime: shown(6), feedbackLate: shown(0), feedbackOpen: shown(9), feedbackOpenLate: shown(0),
    },
    shares: {
      onTime: { numerator: null, denominator: null, percent: null, atLeastPercent: 99, state: 'small' }, online: { numerator: null, denominator: null, percent: null, state: 'not-measured' },
      paidOnline: share(290, 301), digitised: share(120, 140), reused: { numerator: null, denominator: null, percent: null, state: 'not-measured' }, satisfied: share(88, 96),
    },
    ratings: [{ level: 'very-satisfied', ...shown(60) }, { level: 'satisfied', ...shown(28) }, { level: 'neutral', ...shown(8) }, { level: 'dissatisfied', ...shown(0) }],
    ...change,
  }
}

const SCALE: Statistics['scale'] = {
  levels: [
    { id: 'very-satisfied', name: { vi: 'Rất hài lòng', en: 'Very satisfied' }, counts: 'satisfied' }, { id: 'satisfied', name: { vi: 'Hài lòng', en: 'Satisfied' }, counts: 'satisfied' },
    { id: 'neutral', name: { vi: 'Bình thường', en: 'Neither' }, counts: 'neutral' }, { id: 'dissatisfied', name: { vi: 'Không hài lòng', en: 'Dissatisfied' }, counts: 'dissatisfied' },
  ],
  reasons: [{ id: 'time', name: { vi: 'Thời gian giải quyết', en: 'How long it took' } }, { id: 'attitude', name: { vi: 'Thái độ phục vụ', en: 'How I was treated' } }],
  source: 'Dữ liệu thử', checkedOn: '2026-11', confidence: 'UNKNOWN',
}

/** Figures of a commune of the tests: two months from an earlier system, one counted by the gateway. */
export const FIXTURE_STATISTICS: Statistics = {
  commune: '30838', communeName: 'Xã Mỹ Thuận', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', month: '2026-11', available: ['2026-11', '2026-10', '2026-09'], smallNumberBelow: 5,
  notice: { vi: 'Số liệu dựng để thử.', en: 'Invented for tests.' }, scale: SCALE,
  months: [
    month('2026-09', 380, { origin: 'earlier', source: { vi: 'Hệ thống một cửa cũ', en: 'The former one-stop system' } }),
    month('2026-10', 398, { origin: 'earlier', source: { vi: 'Hệ thống một cửa cũ', en: 'The former one-stop system' } }),
    month('2026-11', 412, { isOver: false, measuredAt: '2026-11-22T02:00:00.000Z' }),
  ],
  index: {
    name: { vi: 'Bộ chỉ số thử', en: 'Index of the tests' }, citation: 'Quyết định thử', source: 'Dữ liệu thử', checkedOn: '2026-11', confidence: 'CONFIRMED',
    groups: [{ id: 'timeliness', name: { vi: 'Tiến độ, kết quả giải quyết', en: 'Time and results' }, maxPoints: 20 }],
  },
}
export const FIXTURE_SCALE = SCALE
