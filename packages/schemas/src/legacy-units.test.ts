import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communes } from './communes.ts'
import { LEGACY_UNITS } from './generated/reference/legacy-units.ts'
import { loadLegacyUnits } from './legacy-units.ts'

const units = await loadLegacyUnits()
const ALL = Object.values(LEGACY_UNITS.communes).flatMap((rows) => rows.map(([code]) => code))

describe('units before July 2025', () => {
  it('cover 63 provinces, 696 districts and 10,047 communes, of which 460 were divided', () => {
    expect([LEGACY_UNITS.provinces.length, LEGACY_UNITS.districts.length, ALL.length, new Set(ALL).size]).toEqual([63, 696, 10_047, 10_047])
    expect(ALL.filter((code) => units.resolve(code).kind === 'ask')).toHaveLength(460)
    expect(ALL.filter((code) => units.resolve(code).kind === 'unknown')).toEqual([])
  })

  it('lead to communes that exist, and leave none of the 3,321 without a past', () => {
    const targets = new Set(ALL.flatMap((code) => units.find(code)?.communeCodes ?? []))
    for (const [, commune] of LEGACY_UNITS.islandDistricts) targets.add(commune)
    expect([...targets].filter((code) => communes.find(code) === undefined)).toEqual([])
    expect(targets.size).toBe(3321)
  })

  it('resolve one to one, ask where a commune was divided, and say what they do not know', () => {
    expect(units.resolve('30838')).toEqual({ kind: 'one', communeCode: '30838' })
    expect(units.resolve('00007')).toEqual({ kind: 'ask', communeCodes: ['00008', '00025'] })
    expect(units.resolve('99999')).toEqual({ kind: 'unknown' })
  })

  it('name the district and province of then', () => {
    expect(units.find('30838')).toEqual({
      code: '30838', name: 'Xã Mỹ Thuận', district: { code: '903', name: 'Huyện Hòn Đất' }, province: { code: '91', name: 'Kiên Giang' }, communeCodes: ['30838'],
    })
    expect(units.formerOf('30838').map(({ name }) => name)).toContain('Xã Mỹ Thuận')
  })

  it('lead back from every commune of today to the old ones that lead to it', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), (code) => {
      for (const target of units.find(code)?.communeCodes ?? []) expect(units.formerOf(target).map((commune) => commune.code)).toContain(code)
    }))
  })

  it('are found by an old name, without marks, exact names first', () => {
    expect(units.search('my thuan').slice(0, 5).map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => 'Xã Mỹ Thuận'))
    expect(units.search('phuc xa')[0]).toMatchObject({ name: 'Phường Phúc Xá', province: { name: 'Hà Nội' } })
    expect(units.search('thị trấn', { limit: 3 })).toHaveLength(3)
    expect(units.search(' ')).toEqual([])
  })

  it.each([
    ['Số 12, ấp Mỹ Bình, xã Mỹ Thuận, huyện Hòn Đất, tỉnh Kiên Giang', 'Số 12, ấp Mỹ Bình', ['30838'], { kind: 'one', communeCode: '30838' }],
    ['XÃ MỸ THUẬN, HÒN ĐẤT, KIÊN GIANG', '', ['30838'], { kind: 'one', communeCode: '30838' }],
    ['Phúc Xá, Ba Đình, Hà Nội', '', ['00001'], { kind: 'one', communeCode: '00097' }],
    ['12 phố Đội Cấn, phường Cống Vị, quận Ba Đình, thành phố Hà Nội', '12 phố Đội Cấn', ['00007'], { kind: 'ask', communeCodes: ['00008', '00025'] }],
    ['Mỹ Thuận, tỉnh Kiên Giang', '', ['30838'], { kind: 'one', communeCode: '30838' }],
    ['đâu đó trên đời', 'đâu đó trên đời', [], { kind: 'unknown' }],
    ['', '', [], { kind: 'unknown' }],
  ])('read %j from the end', (address, detail, codes, resolution) => {
    const match = units.match(address)
    expect({ detail: match.detail, codes: match.candidates.map(({ code }) => code), resolution: match.resolution }).toEqual({ detail, codes, resolution })
  })

  it('ask when a name alone fits several places', () => {
    expect(units.match('xã Mỹ Thuận').resolution.kind).toBe('ask')
  })

  it('find every placed commune again from its own address', () => {
    const placed = ALL.filter((code) => units.find(code)?.province !== undefined)
    fc.assert(fc.property(fc.constantFrom(...placed), (code) => {
      const commune = units.find(code)
      expect(units.match(`Số 1, ${commune?.name}, ${commune?.district?.name}, ${commune?.province?.name}`).candidates.map((entry) => entry.code)).toContain(code)
    }), { numRuns: 300 })
  })
})
