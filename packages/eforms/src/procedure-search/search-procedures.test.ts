import { DEFINITION_INDEX, readDefinitionFiles } from '@motcua/schemas/definitions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasWords, searchProcedures } from './search-procedures.ts'
import type { WordsBySlug } from './search-procedures.ts'

const WORDS: WordsBySlug = JSON.parse(readDefinitionFiles({ generatedAt: '' }).get('reference/everyday-words.json') ?? '')
const slugs = (text: string, words = WORDS): string[] => searchProcedures(DEFINITION_INDEX, text, words).map(({ slug }) => slug)

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
    ['giấy độc thân', 'marital-status-confirmation'],
    ['sổ đỏ', 'land-certificate-correction'],
    ['toi muon nhap ho khau', 'permanent-residence'],
    ['sao y', 'certified-copy'],
    ['xin lại giấy khai sinh cho cháu', 'extract-copy'],
    ['mất giấy khai sinh', 'birth-re-registration'],
    ['doi ten cho con', 'civil-status-change'],
    ['tiền mai táng', 'interlinked-death'],
    ['trợ cấp người cao tuổi', 'social-pension'],
    ['chết', 'death-registration'],
    ['die', 'death-registration'],
    ['someone has died', 'death-registration'],
    ['marry', 'marriage-registration'],
    ['opening a shop', 'household-business-registration'],
    ['2.000635', 'extract-copy'],
    ['2000635', 'extract-copy'],
    ['thủ tục 1.001193', 'birth-registration'],
  ])('“%s” gives %s first', (text, slug) => { expect(slugs(text)[0]).toBe(slug) })

  it('finds a procedure first by its whole name, by each of its codes and by what people call it, with and without marks', () => {
    for (const { slug, name, codes } of DEFINITION_INDEX) {
      for (const text of [name.vi, name.vi.normalize('NFD'), name.en, ...codes.map(({ code }) => code), ...WORDS[slug]?.vi ?? [], ...WORDS[slug]?.en ?? []]) expect([text, slugs(text)[0]]).toEqual([text, slug])
    }
  })

  it('does with the names alone when nobody says what people call them', () => {
    expect(slugs('khai sinh', {})[0]).toBe('birth-registration')
    expect([slugs('bán tạp hóa')[0], slugs('bán tạp hóa', {}).includes('household-business-registration')]).toEqual(['household-business-registration', false])
  })

  it('gives all, by name, when nothing is asked', () => {
    const names = searchProcedures(DEFINITION_INDEX, '  ').map(({ name }) => name.vi)
    expect(names).toHaveLength(DEFINITION_INDEX.length)
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare))
  })

  it('does not take a short English word for the beginning of another', () => {
    expect(slugs('die')).not.toContain('signature-certification')
    expect(slugs('pen')).toEqual([])
    expect(slugs('pens')[0]).toBe('social-pension')
  })

  it.each(['😀', '…', '?!', '  ', ''])('finds no word in %j', (text) => {
    expect(hasWords(text)).toBe(false)
    expect(slugs(text)).toHaveLength(DEFINITION_INDEX.length)
  })

  it('gives none when no name has a word of it', () => { expect(slugs('xyzzy qwerty')).toEqual([]) })

  it('takes any text, and passes over words that no name has', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => { expect(slugs(noise).length).toBeLessThanOrEqual(DEFINITION_INDEX.length) }))
    fc.assert(fc.property(fc.constantFrom(...DEFINITION_INDEX), fc.stringMatching(/^[wfj]{5,9}$/), ({ name }, unknown) => {
      expect(slugs(`${unknown} ${name.vi}`)[0]).toBe(slugs(name.vi)[0])
    }))
  })
})
