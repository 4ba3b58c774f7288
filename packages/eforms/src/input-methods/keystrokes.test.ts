import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HABITS, METHODS, displays, keysFor } from './keystrokes.ts'
import { NEW_PLACEMENT, PHRASES } from './phrases.ts'
import { TONES, writeWord } from './vietnamese-word.ts'

describe('the model of the methods', () => {
  // "tieengs Vieetj", "dduwowngf", "toansz": the guide of UniKey; "Hu7o7ng1", "toan21", "toan10": Quản trị mạng on VNI (checked 2026-11).
  it.each([
    ['telex', 'tieengs', 'tiếng'], ['telex', 'Vieetj', 'Việt'], ['telex', 'dduwowngf', 'đường'], ['telex', 'toansz', 'toan'], ['telex', 'dinhd', 'đinh'],
    ['vni', 'Qua3n', 'Quản'], ['vni', 'tri5', 'trị'], ['vni', 'Hu7o7ng1', 'Hướng'], ['vni', 'toan21', 'toán'], ['vni', 'toan10', 'toan'], ['vni', 'd9uo7ng2', 'đường'],
    ['telex', 'thuowr', 'thuở'], ['telex', 'muwa', 'mưa'], ['telex', 'muaw', 'mưa'], ['telex', 'wowngs', 'ướng'], ['telex', 'khuyur', 'khuỷu'], ['telex', 'gif', 'gì'], ['telex', 'giaf', 'già'], ['telex', 'quyeets', 'quyết'],
    ['telex', 'ass', 'as'], ['telex', 'aaa', 'aa'], ['telex', 'ddd', 'dd'], ['telex', 'yahooo', 'yahoo'], ['vni', 'a11', 'a1'], ['vni', 'A66', 'A6'], ['telex', 'tooi', 'tôi'],
  ] as const)('%s: %s is %s', (method, keys, word) => { expect(displays(keys, method).at(-1)).toBe(word) })

  it('moves a tone that was given before the word was whole', () => {
    expect(displays('toasn', 'telex')).toEqual(['t', 'to', 'toa', 'tóa', 'toán'])
    expect(displays('hoaf', 'telex', 'new').at(-1)).toBe('hoà')
    expect(displays('hoaf', 'telex', 'old').at(-1)).toBe('hòa')
  })

  const words = (phrases: readonly string[]): string[] => [...new Set(phrases.flatMap((phrase) => phrase.match(/\p{L}+/gu) ?? []))]
  it.each(METHODS.flatMap((method) => HABITS.map((habit) => [method, habit] as const)))('%s, %s: gives every word of the phrases by its keys', (method, habit) => {
    for (const word of words(PHRASES)) expect(displays(keysFor(word, method, habit), method).at(-1), word).toBe(word)
    for (const word of words(NEW_PLACEMENT)) expect(displays(keysFor(word, method, habit), method, 'new').at(-1), word).toBe(word)
  })

  it('gives any syllable by its keys', () => {
    fc.assert(fc.property(syllable(), fc.constantFrom(...METHODS), fc.constantFrom(...HABITS), fc.constantFrom('old', 'new'), (parts, method, habit, placement) => {
      const word = writeWord(parts, placement)
      expect(displays(keysFor(word, method, habit), method, placement).at(-1)).toBe(word)
    }), { numRuns: 3_000 })
  })

  it('never lacks a vowel with a tone', () => {
    const typed = new Set(PHRASES.join('').normalize('NFC').toLowerCase())
    for (const vowel of 'aăâeêioôơuưy') for (const tone of ['', ...TONES]) expect(typed).toContain((vowel + tone).normalize('NFC'))
  })
})

/** An onset, a rhyme and a tone that Vietnamese has together. */
function syllable() {
  const onset = fc.constantFrom('', 'b', 'c', 'ch', 'd', 'đ', 'g', 'h', 'kh', 'l', 'm', 'n', 'ng', 'ngh', 'nh', 'ph', 'r', 's', 't', 'th', 'tr', 'v', 'x')
  const rhyme = fc.constantFrom('a', 'ai', 'an', 'ang', 'anh', 'ao', 'au', 'ay', 'ăn', 'ăng', 'ân', 'âu', 'ây', 'e', 'em', 'ê', 'ên', 'ênh', 'i', 'ia', 'iên', 'iêu', 'in', 'iu', 'o', 'oa', 'oai', 'oan', 'oay', 'oăn', 'oe', 'ong', 'ô', 'ôi', 'ông', 'ơ', 'ơi', 'ơn', 'u', 'ua', 'uân', 'uê', 'ui', 'uôi', 'uông', 'uy', 'uya', 'uyên', 'uyu', 'ư', 'ưa', 'ưi', 'ưng', 'ươi', 'ương', 'ươu', 'ưu')
  return fc.record({ onset, rhyme, tone: fc.constantFrom(...TONES, '' as const), upper: fc.boolean() }).map(({ onset: o, rhyme: r, tone, upper }) => {
    const letters = [...(o + r).normalize('NFD')].reduce<Array<{ base: string; mark: '' | '\u0302' | '\u0306' | '\u031B' | 'đ'; upper: boolean }>>((list, char) => {
      const last = list.at(-1)
      if (last && (char === '\u0302' || char === '\u0306' || char === '\u031B')) last.mark = char
      else list.push(char === 'đ' ? { base: 'd', mark: 'đ', upper: false } : { base: char, mark: '', upper: false })
      return list
    }, [])
    if (upper && letters[0]) letters[0].upper = true
    return { letters, tone }
  })
}
