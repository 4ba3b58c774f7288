import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchProcedures } from './search-procedures.ts'

const slugs = (text: string): string[] => searchProcedures(DEFINITION_INDEX, text).map(({ slug }) => slug)

describe('searching procedures', () => {
  it.each([
    ['khai sinh', 'birth-registration'],
    ['đăng ký khai sinh', 'birth-registration'],
    ['dang ky lai khai sinh', 'birth-re-registration'],
    ['KHAI TỬ', 'death-registration'],
    ['kết hôn', 'marriage-registration'],
    ['trich luc', 'extract-copy'],
    ['tôi muốn xin bản sao trích lục cho cháu', 'extract-copy'],
    ['tam tru', 'temporary-residence'],
    ['tạm t', 'temporary-residence'],
    ['ho kinh doanh', 'household-business-registration'],
    ['birth registration', 'birth-registration'],
    ['2.000635', 'extract-copy'],
    ['2000635', 'extract-copy'],
    ['thủ tục 1.001193', 'birth-registration'],
  ])('“%s” gives %s first', (text, slug) => { expect(slugs(text)[0]).toBe(slug) })

  it('finds a procedure first by its whole name and by each of its codes, with and without marks', () => {
    for (const { slug, name, codes } of DEFINITION_INDEX) {
      for (const text of [name.vi, name.vi.normalize('NFD'), name.en, ...codes.map(({ code }) => code)]) expect([text, slugs(text)[0]]).toEqual([text, slug])
    }
  })

  it('gives all, by name, when nothing is asked', () => {
    const names = searchProcedures(DEFINITION_INDEX, '  ').map(({ name }) => name.vi)
    expect(names).toHaveLength(DEFINITION_INDEX.length)
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare))
  })

  it('gives none when no name has a word of it', () => { expect(slugs('xyzzy qwerty')).toEqual([]) })

  it('takes any text, and passes over words that no name has', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => { expect(slugs(noise).length).toBeLessThanOrEqual(DEFINITION_INDEX.length) }))
    fc.assert(fc.property(fc.constantFrom(...DEFINITION_INDEX), fc.stringMatching(/^[wfj]{5,9}$/), ({ name }, unknown) => {
      expect(slugs(`${unknown} ${name.vi}`)[0]).toBe(slugs(name.vi)[0])
    }))
  })
})
