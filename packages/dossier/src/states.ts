import type { LocalizedText } from '@motcua/schemas/definition'

/** What the processing clock does while a dossier is in a state. */
export type Clock = 'not-started' | 'runs' | 'stopped' | 'ended'

export interface StateEntry {
  /** Number of the national list. */
  readonly code: number
  readonly name: LocalizedText
  readonly clock: Clock
  /** Nothing follows a final state. */
  readonly final: boolean
}

/**
 * The ten dossier states (trạng thái hồ sơ) of the national list `TrangThaiHoSo`, in order. The labels are those on the
 * wire; clock and finality are put together from the formula paper of Quyết định 766/QĐ-TTg.
 *
 * Codes and labels INFERRED from two independent implementations, clock and finality INFERRED; checked 2026-11.
 */
export const DOSSIER_STATES = [
  { code: 1, name: { vi: 'Mới đăng ký', en: 'Submitted' }, clock: 'not-started', final: false },
  { code: 2, name: { vi: 'Được tiếp nhận', en: 'Received' }, clock: 'runs', final: false },
  { code: 3, name: { vi: 'Không được tiếp nhận', en: 'Refused at reception' }, clock: 'ended', final: true },
  { code: 4, name: { vi: 'Đang xử lý', en: 'Being processed' }, clock: 'runs', final: false },
  { code: 5, name: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Waiting for a supplement' }, clock: 'stopped', final: false },
  { code: 6, name: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Waiting for payment' }, clock: 'stopped', final: false },
  { code: 7, name: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' }, clock: 'ended', final: true },
  { code: 8, name: { vi: 'Dừng xử lý', en: 'Processing stopped' }, clock: 'ended', final: true },
  { code: 9, name: { vi: 'Đã xử lý xong', en: 'Result issued' }, clock: 'ended', final: false },
  { code: 10, name: { vi: 'Đã trả kết quả', en: 'Result returned' }, clock: 'ended', final: true },
] as const satisfies readonly StateEntry[]

/** State (trạng thái) of a dossier: 1 to 10 of the national list. */
export type DossierState = (typeof DOSSIER_STATES)[number]['code']

/** True for an integer from 1 to 10. */
export function isDossierState(value: unknown): value is DossierState {
  return DOSSIER_STATES.some((entry) => entry.code === value)
}

/**
 * The entry of one state: its names, its clock, whether it is final.
 *
 * @example
 * stateEntry(5).clock // 'stopped'
 */
export function stateEntry(state: DossierState): (typeof DOSSIER_STATES)[number] {
  const entry = DOSSIER_STATES[state - 1]
  if (!entry) throw new TypeError(`expected a dossier state from 1 to 10, got ${String(state)}`)
  return entry
}
