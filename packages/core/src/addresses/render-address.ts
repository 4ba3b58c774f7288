import { normaliseText } from '../text/normalise.ts'

/** A unit with the Vietnamese word of its kind: `{ kind: 'Phường', name: 'Rạch Giá' }`. */
export interface AddressUnit { kind: string; name: string }

/** Address in the two tiers since 2025-07-01: commune and province, no district. */
export interface TwoLevelAddress {
  /** House and street, or hamlet (thôn, ấp, bản, tổ dân phố, khu phố). */
  detail?: string
  commune: AddressUnit
  province: AddressUnit
}

/**
 * Writes an address for people: detail, commune, province, with the word of each unit in full and capital. An empty detail is left out.
 *
 * Two tiers of units since 2025-07-01: Quyết định 19/2025/QĐ-TTg; structure CONFIRMED, checked 2026-11.
 *
 * @example
 * renderAddress({ detail: 'Số 12, ấp Mỹ Bình', commune: { kind: 'Xã', name: 'Mỹ Thuận' }, province: { kind: 'Tỉnh', name: 'An Giang' } })
 * // 'Số 12, ấp Mỹ Bình, Xã Mỹ Thuận, Tỉnh An Giang'
 */
export function renderAddress({ detail = '', commune, province }: TwoLevelAddress): string {
  return [normaliseText(detail).replace(/[\s,]+$/, ''), renderUnit(commune), renderUnit(province)].filter((part) => part !== '').join(', ')
}

function renderUnit({ kind, name }: AddressUnit): string {
  const word = normaliseText(kind)
  return normaliseText(`${word.slice(0, 1).toLocaleUpperCase('vi')}${word.slice(1)} ${name}`)
}
