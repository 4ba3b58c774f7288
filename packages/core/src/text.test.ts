import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capitalsOf, checkPersonName, compareVietnamese, foldForSearch, maskDeep, maskEmail, maskPersonalId, maskPhone, maskText, normalisePersonName, normaliseText, splitPersonName,
} from './text.ts'

describe('normaliseText', () => {
  it.each([
    ['a decomposed letter', 'Ngo\u0302', 'Ngô'],
    ['NBSP and runs of spaces', ' Nguyễn\u00A0\u00A0 Văn\tA ', 'Nguyễn Văn A'],
    ['zero-width characters', 'An\u200B Giang\uFEFF', 'An Giang'],
    ['a soft hyphen and direction marks', 'A\u00ADn\u202E', 'An'],
    ['line breaks of a short text', 'a\r\nb', 'a b'],
    ['control characters', 'a\u0000b', 'ab'],
  ])('removes or composes %s', (_name, text, expected) => {
    expect(normaliseText(text)).toBe(expected)
  })

  it('keeps the lines of a long text', () => {
    expect(normaliseText(' a \r\n  b\u00A0c \n', { multiline: true })).toBe('a\nb c')
  })

  it('is idempotent and gives NFC, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, multiline) => {
      const once = normaliseText(text, { multiline })
      expect(normaliseText(once, { multiline })).toBe(once)
      expect(once).toBe(once.normalize('NFC'))
      expect(normaliseText(text.normalize('NFD'), { multiline })).toBe(normaliseText(text.normalize('NFC'), { multiline }))
    }))
  })
})

describe('person names', () => {
  it('unify apostrophes, hyphens and the Eth that looks like Đ', () => {
    expect(normalisePersonName('H’Rim  Ksor')).toBe("H'Rim Ksor")
    expect(normalisePersonName('\u00D0ặng')).toBe('Đặng')
    expect(normalisePersonName('\u00D0ặng').codePointAt(0)).toBe(0x110)
    expect(normalisePersonName('\u00F0ức').codePointAt(0)).toBe(0x111)
  })

  it.each(["H'Rim Ksor", 'Y Bih', "K'Sor Lan", 'Nguyễn Thị Ánh Nguyệt', 'Anne-Marie Lê', 'Ngo\u0302 Văn Đức', 'Lee Min', 'Hoàng Oanh', 'Lê Toán', 'Thoã Uyên', 'Khuê Nguyễn', 'Quý Thoại'])('accepts %s', (name) => {
    expect(checkPersonName(name)).toEqual([])
  })

  it.each([
    ['Nguyễn Văn 2', 'digits', 'error'],
    ['Nguyễn Văn ²', 'digits', 'error'],
    ['Trần @ Minh', 'symbol', 'error'],
    ['Trần 😀 Minh', 'symbol', 'error'],
    ['A', 'tooShort', 'error'],
    ['', 'tooShort', 'error'],
    ["-'", 'tooShort', 'error'],
    [`${'An '.repeat(33)}Bình`, 'tooLong', 'error'],
    ['\u00D0ặng Văn An', 'ethLetter', 'warning'],
    ['Ksor', 'singlePart', 'warning'],
    ['Nguyeexn Van An', 'leftoverTelex', 'warning'],
    ['Tran Van Ddoox', 'leftoverTelex', 'warning'],
    ['Nguyeãn Vaên An', 'legacyEncoding', 'warning'],
    ['NguyÔn V¨n ¸nh', 'legacyEncoding', 'warning'],
    [`An ${'b'.repeat(26)}`, 'longPart', 'warning'],
    ['Аnna Trần', 'otherScript', 'warning'],
  ])('finds in "%s" %s (%s)', (name, code, severity) => {
    expect(checkPersonName(name)).toContainEqual({ code, severity })
  })

  it('tells the same of both Unicode forms', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(checkPersonName(name.normalize('NFD'))).toEqual(checkPersonName(name.normalize('NFC')))
    }))
  })
})

describe('searching and sorting', () => {
  it.each([['Đặng Thị Hòa', 'dang thi hoa'], ['Hoà', 'hoa'], ['  ĐỒNG  THÁP ', 'dong thap'], ['Thủy', 'thuy'], ['An \u0301 Bình', 'an binh'], ['\u0301\nĐ', 'd']])('folds %s to %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded)
  })

  it('folds what is folded to itself', () => {
    const letters = fc.string({ unit: fc.constantFrom('o', '\u0302', '\u0301', ' ', '\n', '\u00A0', '\u200B', 'Đ', 'ð', 'İ', 'Ạ', '한') })
    fc.assert(fc.property(fc.oneof(letters, fc.string({ unit: 'grapheme' })), (text) => { expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text)) }))
  })

  it('sorts by the Vietnamese alphabet', () => {
    const sorted = ['a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'g', 'o', 'ô', 'ơ', 'u', 'ư', 'v', 'x', 'y']
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted)
    expect(['Đà Nẵng', 'Điện Biên', 'Cà Mau', 'Cao Bằng', 'Dak'].sort(compareVietnamese)).toEqual(['Cà Mau', 'Cao Bằng', 'Dak', 'Đà Nẵng', 'Điện Biên'])
  })
})

describe('masking', () => {
  it('keeps the last three characters of a number and the domain of an address', () => {
    expect(maskPersonalId('001099000123')).toBe('*********123')
    expect(maskPhone('0912 345 678')).toBe('*******678')
    expect(maskEmail('nguyen.an@example.vn')).toBe('***@example.vn')
    expect(maskEmail('no address')).toBe('***')
    expect(maskPersonalId('12')).toBe('**')
  })

  it.each([
    ['số 001099000123 sai', 'số *********123 sai'],
    ['gọi +84 912 345 678', 'gọi *********678'],
    ['gọi 0912.345.678', 'gọi *******678'],
    ['thư an.nguyen@example.vn', 'thư ***@example.vn'],
    ['tệp https://files.example.vn/a/b?token=1', 'tệp https://files.example.vn/***'],
    ['Authorization: Bearer abc.def', 'Authorization: ***'],
    ['dossier H01.30838-261121-0007', 'dossier H01.30838-261121-0007'],
    ['id 123e4567-e89b-42d3-a456-426614174000', 'id 123e4567-e89b-42d3-a456-426614174000'],
  ])('in "%s"', (text, expected) => {
    expect(maskText(text)).toBe(expected)
  })

  it('lets no personal identification number, phone or e-mail through, wherever it stands', () => {
    const pid = fc.stringMatching(/^[0-9]{12}$/)
    const frame = fc.constantFrom('', ' ', 'x', '"', '{"pid":"', 'số:', '/', '=', 'id')
    fc.assert(fc.property(pid, frame, frame, (personalId, before, after) => {
      expect(maskText(before + personalId + after)).not.toContain(personalId)
      expect(JSON.stringify(maskDeep({ list: [{ note: before + personalId + after }] }))).not.toContain(personalId)
      expect(maskText(`${before} an@example.vn ${after}`)).not.toContain('an@')
    }))
  })

  it('masks members by name, whatever they hold', () => {
    expect(maskDeep({
      personalId: '001099000123', requester: { fullName: 'Nguyễn Văn A', phone: '0912345678' }, headers: { Authorization: 'Basic x', cookie: ['a=b'] }, so_dinh_danh: '1', amountVnd: 16_000, ok: true, none: null,
    })).toEqual({
      personalId: '*********123', requester: { fullName: '***', phone: '*******678' }, headers: { Authorization: '***', cookie: '***' }, so_dinh_danh: '*', amountVnd: 16_000, ok: true, none: null,
    })
  })

  it('reduces an error to name, code and masked message', () => {
    expect(maskDeep({ error: Object.assign(new TypeError('bad 001099000123'), { code: 'ERR_X', payload: 'secret' }) })).toEqual({ error: { name: 'TypeError', code: 'ERR_X', message: 'bad *********123' } })
  })

  it('survives cycles, getters that throw and prototypes in the data', () => {
    const cycle: Record<string, unknown> = { a: 1 }
    cycle.self = cycle
    expect(maskDeep(cycle)).toEqual({ a: 1, self: '***' })
    expect(maskDeep({ get broken() { throw new Error('x') } })).toBe('***')
    expect(Object.hasOwn(Object(maskDeep(JSON.parse('{"__proto__":{"a":1}}'))), '__proto__')).toBe(true)
    expect(maskDeep(new Uint8Array(3))).toBe('*** 3 bytes')
  })

  it.each(['eyJ-', 'a@', '09 ', 'http://', '12345678-', '0'])('takes time in proportion to the text, also for %j over and over', (piece) => {
    const shortest = (pieces: number): number => Math.min(...Array.from({ length: 5 }, () => {
      const started = performance.now()
      maskText(piece.repeat(pieces))
      return performance.now() - started
    }))
    // Sixteen times the text; a quadratic pattern takes 256 times as long. The few milliseconds are for the clock.
    expect(shortest(32_000)).toBeLessThan(64 * shortest(2_000) + 20)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withTypedArray: true }), (value) => {
      expect(() => maskDeep(value)).not.toThrow()
    }))
  })
})

describe('splitPersonName', () => {
  it.each([
    ['Nguyễn Thị Minh Khai', 'Nguyễn', 'Thị Minh', 'Khai', false], ['Lê Lợi', 'Lê', '', 'Lợi', false], ['Ksor', '', '', 'Ksor', false], ["  Y  Bih\u00a0Alêô ", 'Y', 'Bih', 'Alêô', false],
    ['Tôn Thất Tùng', 'Tôn', 'Thất', 'Tùng', true], ['Tôn Nữ', 'Tôn', '', 'Nữ', false], ['Âu Dương Phong', 'Âu', 'Dương', 'Phong', true], ['', '', '', '', false],
  ])('splits %j', (name, surname, middleName, givenName, mayHaveCompoundSurname) => {
    expect(splitPersonName(name)).toEqual({ surname, middleName, givenName, mayHaveCompoundSurname })
  })

  it('loses no word, however the name is written', () => {
    const word = fc.constantFrom('Nguyễn', 'Thị', 'Y', "H'Rim", 'Đặng', 'Tôn', 'Nữ', 'Ổn'.normalize('NFD'))
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      const { surname, middleName, givenName } = splitPersonName(words.join('  '))
      expect([surname, middleName, givenName].filter((part) => part !== '').join(' ')).toBe(normalisePersonName(words.join(' ')))
    }))
  })
})

describe('capitalsOf', () => {
  it.each([['Đặng Thị Huệ', 'ĐẶNG THỊ HUỆ'], ["H'Rim Ksor", "H'RIM KSOR"], ['Ðặng'.normalize('NFD'), 'ĐẶNG']])('prints %j as %j', (name, printed) => {
    expect(capitalsOf(name)).toBe(printed)
  })
})
