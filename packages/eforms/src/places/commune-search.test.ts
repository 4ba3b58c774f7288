import { readDefinitionFiles } from '@motcua/schemas/definitions'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { searchCommunes } from './commune-search.ts'
import { LegacyPlaces } from './legacy-places.ts'
import { PlaceDirectory } from './place-directory.ts'
import { readCommunes } from './read-communes.ts'
import { foldPlace } from './place-names.ts'

const files = readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' })
const read = (name: string): unknown => JSON.parse(files.get(`reference/${name}.json`) ?? '{}')
const places = new PlaceDirectory(async () => read('communes'))
beforeAll(() => places.load(readCommunes))
/** The twenty that are shown. */
const codes = (typed: string, province?: string): string[] => searchCommunes(places, typed, province).slice(0, 20).map(({ code }) => code)
const names = (typed: string): string[] => searchCommunes(places, typed).map(({ code }) => places.communeName(code))

describe('searching communes', () => {
  it.each([
    ['my thuan', 'without marks'], ['Mỹ Thuận', 'with marks'], ['MY THU', 'as far as typed'], ['xã mỹ thuận', 'with its kind'], ['mỹ thuận, an giang', 'with its province'],
    ['my thuan an giang', 'without the comma'], ['X. Mỹ Thuận', 'with the kind shortened'], ['thị trấn mỹ thuận', 'with the kind it had'], ['TT. Mỹ Thuận', 'with that kind shortened'],
    ['xã mỹ thuận, tỉnh an giang', 'with all kinds'], ['my th an gi', 'word by word'], ['mỹ thuân', 'with a mark too few'], ['mỷ thuấn', 'with wrong marks'], ['mĩ thuận', 'with i for y'], ['mythuan', 'without the blank'],
    ['myx thuaajn', 'in Telex'], ['Mỹ thuaan', 'with Telex half-way'], ['my4 thua65n', 'in VNI'], ['myx thuaanj, an giang', 'in Telex with the province'],
  ])('finds Mỹ Thuận for %j: %s', (typed) => { expect(codes(typed)).toContain('30838') })

  it.each([
    ['đak lak', /Đắk Lắk/u], ['ba dinh', /^Phường Ba Đình, Hà Nội$/u], ['p. ba đình', /^Phường Ba Đình, Hà Nội$/u], ['m drak', /M'Drắk/u], ["M’Drắk", /M'Drắk/u], ['cu mgar', /Cư M'gar/u], ['chan may lang co', /Chân Mây - Lăng Cô/u], ['a luoi 2', /^Xã A Lưới 2/u],
    ['tịnh khê', /Tịnh Khê/u], ['ddieenj bieen phur', /Điện Biên Phủ/u], ['dien bien phu', /Điện Biên Phủ/u], ['la deeee', /La Dêê/u],
  ])('puts what is called so first for %j', (typed, wanted) => { expect(names(typed)[0]).toMatch(wanted) })

  it('puts the communes of the chosen province first and lets others follow', () => {
    const found = searchCommunes(places, 'tan an', '91')
    const own = found.filter(({ provinceCode }) => provinceCode === '91').length
    expect(own).toBeGreaterThan(0)
    expect(found.slice(0, own).every(({ provinceCode }) => provinceCode === '91')).toBe(true)
    expect(found.length).toBeGreaterThan(own)
  })

  it.each(['qwrtzp xyz', 'zzzz', 'sss', 'q.1', 'quan 1', 'quận 3'])('gives nothing for what no commune is called: %j', (typed) => { expect(codes(typed)).toEqual([]) })

  it('finds every commune by its own name within the first twenty, and with its province first among its namesakes', () => {
    const missed: string[] = []
    for (const [index, { code, name, provinceName, provinceCode, kind }] of places.communes().entries()) {
      const folded = foldPlace(name)
      // Each is typed one of these ways, and bare.
      const ways = [name, `${kind} ${name}`, `${folded} ${foldPlace(provinceName)}`]
      for (const typed of [folded, ways[index % ways.length] ?? '']) if (!codes(typed).includes(code)) missed.push(typed)
      const [first] = searchCommunes(places, `${folded}, ${provinceName}`)
      if (first?.provinceCode !== provinceCode || foldPlace(first.name) !== folded) missed.push(`${folded}, ${provinceName} first`)
    }
    expect(missed).toEqual([])
  }, 120_000)

  it('finds every commune half-typed in Telex, wherever the marks are keyed', () => {
    const communes = places.communes()
    fc.assert(fc.property(fc.nat(communes.length - 1), fc.boolean(), fc.nat(3), (index, atEnd, left) => {
      const commune = communes[index]
      if (!commune) throw new TypeError('no commune')
      const words = commune.name.split(' ').map((word) => telex(word, atEnd))
      // The first words stand with their marks already; the last are still keys.
      const typed = [...commune.name.split(' ').slice(0, left), ...words.slice(left)].join(' ')
      expect(codes(`${typed}, ${foldPlace(commune.provinceName)}`)).toContain(commune.code)
    }), { numRuns: 300 })
  }, 60_000)
})

describe('searching names before July 2025', () => {
  const legacy = new LegacyPlaces(read('legacy-units'))

  it('leads from a former commune to that of today', () => {
    const [first] = legacy.search('phuc xa, ba dinh')
    expect(first).toEqual({ name: 'Phường Phúc Xá, Quận Ba Đình, Hà Nội', communeCodes: ['00097'] })
  })

  it.each(['phường 1 quận 3', 'Phường 1, Quận 3', 'p1 q3', 'P.1, Q.3', 'phuong 1 quan 3 ho chi minh'])('puts a name in full before those that begin so: %j', (typed) => {
    const [first] = legacy.search(typed)
    expect(first?.name).toMatch(/^Phường 1, Quận 3, /u)
    expect(first?.communeCodes.map((code) => places.communeName(code))).toEqual([expect.stringMatching(/^Phường Bàn Cờ, /u)])
  })

  it.each(['q.1', 'Q1', 'quan 1', 'Quận 1'])('finds a district by %j', (typed) => { expect(legacy.search(typed)[0]?.name).toMatch(/^Quận 1, /u) })

  it('finds nothing for nonsense', () => { expect(legacy.search('zzzz')).toEqual([]) })

  it('names every commune that a divided one belongs to now', () => {
    const [first] = legacy.search('phường cống vị, quận ba đình')
    expect(first?.communeCodes.length).toBeGreaterThan(1)
  })

  it('leads from a district to all communes that were made of it', () => {
    const [first] = legacy.search('huyện bình tân, vĩnh long')
    expect(first?.name).toMatch(/^Huyện Bình Tân, /u)
    expect(first?.communeCodes.length).toBeGreaterThan(1)
  })

  it('leads from an island district to what it is now', () => {
    expect(legacy.search('huyện bạch long vĩ')[0]?.communeCodes).toEqual(['11948'])
  })

  it('finds every former commune by its own name with district and province', () => {
    const table = read('legacy-units') as { provinces: string[][]; districts: string[][]; communes: Record<string, string[][]> }
    const provinces = new Map(table.provinces.map(([code, name]) => [code, name]))
    const rows = table.districts.flatMap(([code = '', district, province = '']) => (table.communes[code] ?? []).map(([, name, targets = '']) => ({ typed: `${name}, ${district}, ${provinces.get(province)}`, targets: targets.split(' ') })))
    fc.assert(fc.property(fc.nat(rows.length - 1), (index) => {
      const row = rows[index]
      if (!row) throw new TypeError('no row')
      expect(legacy.search(row.typed).some(({ communeCodes }) => row.targets.every((code) => communeCodes.includes(code)))).toBe(true)
      expect(legacy.search(foldPlace(row.typed.split(',')[0] ?? '') + row.typed.slice(row.typed.indexOf(','))).length).toBeGreaterThan(0)
    }), { numRuns: 300 })
  })

  it('refuses a file that is no such list', () => { expect(() => new LegacyPlaces({ provinces: [] })).toThrow(TypeError) })
})

/** The keys that give a word in Telex; tone at the end of the word, or right after the vowel that bears it. */
function telex(word: string, atEnd: boolean): string {
  const TONES: Record<string, string> = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' }
  let tone = ''
  let keys = ''
  for (const letter of word.normalize('NFD')) {
    const mark = TONES[letter]
    if (mark !== undefined) { if (atEnd) tone = mark; else keys += mark } else if (letter === '\u0302') keys += keys.at(-1)?.toLowerCase() ?? ''
    else if (letter === '\u0306' || letter === '\u031B') keys += 'w'
    else keys += letter === 'đ' ? 'dd' : letter === 'Đ' ? 'Dd' : letter
  }
  return keys + tone
}
