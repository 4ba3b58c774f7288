import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../test/vectors/vietqr.json' with { type: 'json' }
import { VietQrInputError } from './errors.ts'
import { buildVietQr, crc16, parseVietQr } from './vietqr.ts'
import type { BuildVietQrOptions } from './vietqr.ts'

const order = fc.record<BuildVietQrOptions>({
  bin: fc.stringMatching(/^[0-9]{6}$/),
  account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/),
  amountVnd: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 }), { nil: undefined }),
  purpose: fc.option(fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 ]{0,23}[A-Za-z0-9])?$/), { nil: undefined }),
  billNumber: fc.option(fc.stringMatching(/^[A-Za-z0-9]{1,25}$/), { nil: undefined }),
  merchantName: fc.option(fc.stringMatching(/^[A-Z ]{1,25}$/), { nil: undefined }),
  merchantCity: fc.option(fc.stringMatching(/^[A-Z ]{1,15}$/), { nil: undefined }),
  service: fc.constantFrom('QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'),
})

describe('published VietQR payloads', () => {
  it.each(vectors.good.map((vector) => [vector.payload, vector] as const))('reads %s', (payload, { decoded }) => {
    const parsed = parseVietQr(payload)
    expect(parsed).toMatchObject({
      success: true,
      value: {
        initiation: decoded.initiation,
        bin: decoded.bin,
        account: decoded.account,
        service: decoded.service.startsWith('(absent') ? 'QRPUSH' : decoded.service,
        serviceStated: !decoded.service.startsWith('(absent'),
        amountVnd: decoded.amount === undefined ? null : Number(decoded.amount),
        merchantName: decoded.merchantName ?? null,
        merchantCity: decoded.merchantCity ?? null,
        merchantCategory: decoded.mcc ?? null,
        additional: decoded.additional ?? {},
        crc: decoded.crc,
      },
    })
  })

  it.each(vectors.bad.map(({ payload, problem, reason }) => [problem, payload, reason] as const))('refuses %s: %s', (_problem, payload, [code, path]) => {
    const parsed = parseVietQr(payload)
    expect(parsed.success).toBe(false)
    if (!parsed.success) expect(parsed.issues).toContainEqual({ code, path })
  })

  it.each(vectors.other.map(({ payload, reason }) => [payload, reason] as const))('classifies %s as another scheme', (payload, [code, path]) => {
    expect(parseVietQr(payload)).toEqual({ success: false, issues: [{ code, path }] })
  })

  it('decides all of them', () => {
    expect([vectors.good.length, vectors.bad.length, vectors.other.length]).toEqual([17, 13, 2])
  })
})

describe('buildVietQr', () => {
  // NAPAS QR switching specification, canonical examples: the last four characters are the published CRC.
  it.each<[BuildVietQrOptions, string]>([
    [{ bin: '970403', account: '0011012345678' }, '9E6F'],
    [{ bin: '970403', account: '9704031101234567', service: 'QRIBFTTC' }, '4F52'],
    [{ bin: '970403', account: '0011012345678', amountVnd: 180_000, purpose: 'thanh toan don hang', billNumber: 'NPS6869' }, '2E2E'],
    [{ bin: '970403', account: '9704031101234567', amountVnd: 180_000, purpose: 'thanh toan don hang', billNumber: 'NPS6869', service: 'QRIBFTTC' }, 'A203'],
    [{ bin: '970416', account: '257678859', amountVnd: 1000, purpose: 'Chuyen tien' }, 'BBB8'],
  ])('builds the canonical code ending in the published CRC (%#)', (options, crc) => {
    expect(buildVietQr(options).slice(-4)).toBe(crc)
  })

  it('builds published payloads letter by letter', () => {
    const published = new Set(vectors.good.map(({ payload }) => payload))
    expect(published.has(buildVietQr({ bin: '970403', account: '0011012345678', amountVnd: 180_000, purpose: 'thanh toan don hang', billNumber: 'NPS6869' }))).toBe(true)
    expect(published.has(buildVietQr({ bin: '970416', account: '257678859', amountVnd: 10_000, purpose: 'Chuyen tien' }))).toBe(true)
  })

  it('takes virtual accounts with letters', () => {
    expect(parseVietQr(buildVietQr({ bin: '970422', account: 'VQRQADAIJ5512' }))).toMatchObject({ success: true, value: { account: 'VQRQADAIJ5512' } })
  })

  it.each<[string, Partial<BuildVietQrOptions>, string]>([
    ['a bank by name', { bin: 'VCB' }, 'bin'],
    ['an account with spaces', { account: '0011 0123' }, 'account'],
    ['an account of 20 characters', { account: '1'.repeat(20) }, 'account'],
    ['an amount of zero', { amountVnd: 0 }, 'amountVnd'],
    ['a fraction', { amountVnd: 0.5 }, 'amountVnd'],
    ['a negative amount', { amountVnd: -1 }, 'amountVnd'],
    ['an amount in scientific notation', { amountVnd: 1e21 }, 'amountVnd'],
    ['an amount of 14 digits', { amountVnd: 10_000_000_000_000 }, 'amountVnd'],
    ['a purpose with diacritics', { purpose: 'Lệ phí' }, 'purpose'],
    ['a purpose with dots and hyphens', { purpose: 'H01.30838-261121-0007' }, 'purpose'],
    ['a purpose of 26 characters', { purpose: 'A'.repeat(26) }, 'purpose'],
    ['a purpose with a space at its end', { purpose: 'ABC ' }, 'purpose'],
    ['a name with diacritics', { merchantName: 'UBND XÃ' }, 'merchantName'],
  ])('refuses %s and names the input, not the value', (_name, wrong, input) => {
    const build = () => buildVietQr({ bin: '970403', account: '0011012345678', ...wrong })
    expect(build).toThrow(VietQrInputError)
    expect(build).toThrow(expect.objectContaining({ input, code: 'ERR_PAYMENTS_VIETQR_INPUT' }))
  })

  it('is undone by the strict parser', () => {
    fc.assert(fc.property(order, (options) => {
      const parsed = parseVietQr(buildVietQr(options))
      expect(parsed).toMatchObject({
        success: true,
        value: {
          bin: options.bin, account: options.account, amountVnd: options.amountVnd ?? null, service: options.service, merchantName: options.merchantName ?? null, merchantCity: options.merchantCity ?? null,
          initiation: options.amountVnd === undefined ? 'static' : 'dynamic',
          additional: { ...(options.billNumber === undefined ? {} : { billNumber: options.billNumber }), ...(options.purpose === undefined ? {} : { purpose: options.purpose }) },
        },
      })
    }), { numRuns: 500 })
  })

  it('one changed character is never read as a code', () => {
    fc.assert(fc.property(order, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (options, position, replacement) => {
      const payload = buildVietQr(options)
      const at = position % payload.length
      const letter = String.fromCharCode(replacement)
      fc.pre(letter.toUpperCase() !== payload[at]?.toUpperCase())
      expect(parseVietQr(payload.slice(0, at) + letter + payload.slice(at + 1)).success).toBe(false)
    }), { numRuns: 2000 })
  })

  it('a lost or doubled character is never read as a code', () => {
    fc.assert(fc.property(order, fc.nat(), (options, position) => {
      const payload = buildVietQr(options)
      const at = position % payload.length
      expect(parseVietQr(payload.slice(0, at) + payload.slice(at + 1)).success).toBe(false)
      expect(parseVietQr(payload.slice(0, at) + payload.charAt(at) + payload.slice(at)).success).toBe(false)
    }), { numRuns: 500 })
  })
})

describe('a right CRC is not enough', () => {
  const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`
  const merchant = '38570010A00000072701270006970403011300110123456780208QRIBFTTA'
  it.each([
    ['an unknown root tag', sealed(`000201010211${merchant}53037045802VN3900`), 'unexpectedTag', '39'],
    ['another currency', sealed(`000201010211${merchant}53038405802VN`), 'badCurrency', '53'],
    ['no currency', sealed(`000201010211${merchant}5802VN`), 'missingTag', '53'],
    ['another country', sealed(`000201010211${merchant}53037045802US`), 'badCountry', '58'],
    ['an amount with a separator', sealed(`000201010212${merchant}530370454061.00005802VN`), 'badAmount', '54'],
    ['an amount with a leading zero', sealed(`000201010212${merchant}530370454060100005802VN`), 'badAmount', '54'],
    ['an amount of zero', sealed(`000201010212${merchant}5303704540105802VN`), 'badAmount', '54'],
    ['a tag twice', sealed(`000201010211${merchant}530370453037045802VN`), 'duplicateTag', '53'],
    ['an unknown service', sealed('00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTX53037045802VN'), 'badService', '38.02'],
    ['no initiation', sealed(`000201${merchant}53037045802VN`), 'missingTag', '01'],
    ['another format version', sealed(`000202010211${merchant}53037045802VN`), 'unsupportedFormat', '00'],
    ['another identifier in tag 38', sealed('00020101021138570010A00000077501270006970403011300110123456780208QRIBFTTA53037045802VN'), 'otherScheme', '38.00'],
    ['an account number that leaves its field', sealed('00020101021138330010A000000727011500069704030199153037045802VN'), 'malformedTlv', '38.01'],
    ['broken additional data', sealed(`000201010211${merchant}53037045802VN62040899`), 'malformedTlv', '62'],
    ['additional data with a member twice', sealed(`000201010211${merchant}53037045802VN62100801A0801B`), 'duplicateTag', '62.08'],
    ['an empty purpose', sealed(`000201010211${merchant}53037045802VN62040800`), 'badValue', '62.08'],
    ['a purpose of 26 characters', sealed(`000201010211${merchant}53037045802VN62300826${'A'.repeat(26)}`), 'badValue', '62.08'],
    ['a service twice', sealed('00020101021138690010A00000072701270006970403011300110123456780208QRIBFTTA0208QRIBFTTC53037045802VN'), 'duplicateTag', '38.02'],
    ['a merchant category of letters', sealed(`000201010211${merchant}5204ABCD53037045802VN`), 'badValue', '52'],
    ['a merchant name of 26 characters', sealed(`000201010211${merchant}53037045802VN5926${'A'.repeat(26)}`), 'badValue', '59'],
    ['a merchant city of 16 characters', sealed(`000201010211${merchant}53037045802VN6016${'A'.repeat(16)}`), 'badValue', '60'],
    ['a checksum under another tag', `000201010211${merchant}53037045802VN6404${crc16(`000201010211${merchant}53037045802VN6404`)}`, 'crcMissing', '63'],
    ['no CRC at the end', `000201010211${merchant}53037045802VN`, 'crcMissing', '63'],
    ['an empty text', '', 'malformedTlv', ''],
  ])('refuses %s', (_name, payload, code, path) => {
    const parsed = parseVietQr(payload)
    expect(parsed.success).toBe(false)
    if (!parsed.success) expect(parsed.issues).toContainEqual({ code, path })
  })

  it('reads any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(() => parseVietQr(text)).not.toThrow()
    }))
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(99), fc.stringMatching(/^[0-9A-Z]{0,20}$/)), { maxLength: 8 }), (objects) => {
      const body = objects.map(([tag, value]) => String(tag).padStart(2, '0') + String(value.length).padStart(2, '0') + value).join('')
      expect(() => parseVietQr(sealed(`000201${body}`))).not.toThrow()
    }))
  })

  it('accepts the CRC in lower case', () => {
    const payload = buildVietQr({ bin: '970403', account: '0011012345678' })
    expect(parseVietQr(payload.slice(0, -4) + payload.slice(-4).toLowerCase()).success).toBe(true)
  })
})

describe('crc16', () => {
  it('gives the check value of CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1')
  })
  it('pads with zeros', () => {
    const codes = Array.from({ length: 500 }, (_, index) => crc16(String(index)))
    expect(codes.every((code) => /^[0-9A-F]{4}$/.test(code))).toBe(true)
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  })
})
