import { describe, expect, it } from 'vitest'
import { keepLegacyAddress, renderAddress } from './addresses.ts'

const COMMUNE = { kind: 'xã', name: 'Mỹ Thuận' }
const PROVINCE = { kind: 'Tỉnh', name: 'An Giang' }

describe('addresses', () => {
  it.each([
    ['Số 12, ấp Mỹ Bình', 'Số 12, ấp Mỹ Bình, Xã Mỹ Thuận, Tỉnh An Giang'],
    ['  Số 12,\u00A0ấp  Mỹ Bình, ', 'Số 12, ấp Mỹ Bình, Xã Mỹ Thuận, Tỉnh An Giang'],
    ['', 'Xã Mỹ Thuận, Tỉnh An Giang'],
    [undefined, 'Xã Mỹ Thuận, Tỉnh An Giang'],
  ])('writes detail %j, commune and province with the words of the units in full', (detail, text) => {
    expect(renderAddress({ ...(detail === undefined ? {} : { detail }), commune: COMMUNE, province: PROVINCE })).toBe(text)
  })

  it('writes a ward of a city', () => {
    expect(renderAddress({ detail: 'Số 12 đường X', commune: { kind: 'Phường', name: 'Rạch Giá' }, province: { kind: 'Thành phố', name: 'Cần Thơ' } }))
      .toBe('Số 12 đường X, Phường Rạch Giá, Thành phố Cần Thơ')
  })

  it('keeps an address of an older paper word for word, with the last day of its units', () => {
    expect(keepLegacyAddress(' xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang'.normalize('NFD'))).toEqual({ text: 'xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang', validUntil: '2025-06-30' })
    expect(keepLegacyAddress(' \u200B')).toBeNull()
  })
})
