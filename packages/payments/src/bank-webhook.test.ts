import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vector from '../test/vectors/bank-signature.json' with { type: 'json' }
import { createBankWebhook } from './bank-webhook.ts'
import { signBody, verifyBody } from './bank-webhook.signature.ts'
import { PaymentConfigError } from './errors.ts'
import { signBankNotification } from './testing.ts'
import { parseVietQr } from './vietqr.ts'
import type { BankWebhookOptions } from './bank-webhook.ts'
import type { PaymentOrder, Transfer } from './provider.ts'

const secret = 'whsec_test'
const at = new Date('2026-11-21T03:00:00Z')
const transfer: Transfer = {
  transactionId: '92704', bankReference: 'FT26325001', text: 'CK H01308382611210007R01', amountVnd: 16_000, currency: 'VND', accountNumber: '0011012345678', subAccount: null, at: '2026-11-21T09:59:58+07:00',
}
const provider = (options: Partial<BankWebhookOptions> = {}) => createBankWebhook({ secret, now: () => at, ...options })
const sent = (changes: Partial<Transfer> = {}) => signBankNotification({ secret, transfer: { ...transfer, ...changes }, at })

describe('the published signature', () => {
  it('verifies and is what we sign', async () => {
    expect(await verifyBody(vector.secret, vector.timestamp, vector.body, vector.signature)).toBe(true)
    expect(await signBody(vector.secret, vector.timestamp, vector.body)).toBe(vector.signature)
  })
})

describe('verifyNotification', () => {
  it('gives the transfer of a genuine notification, from text and from bytes', async () => {
    const { body, headers } = await sent()
    expect(await provider().verifyNotification(body, headers)).toEqual({ kind: 'transfer', ...transfer })
    expect(await provider().verifyNotification(new TextEncoder().encode(body), new Headers(headers))).toEqual({ kind: 'transfer', ...transfer })
  })

  it('reads back any transfer that was signed', async () => {
    await fc.assert(fc.asyncProperty(fc.record({
      transactionId: fc.oneof(fc.integer({ min: 1, max: 999_999_999 }).map(String), fc.stringMatching(/^[A-Z]{2}[0-9]{5}$/)), text: fc.string({ unit: 'grapheme' }),
      amountVnd: fc.integer({ min: 1, max: 1_000_000_000_000_000 }), bankReference: fc.option(fc.stringMatching(/^[A-Z0-9]{3,12}$/)), subAccount: fc.option(fc.stringMatching(/^[A-Z0-9]{3,12}$/)),
    }), async (changes) => {
      const { body, headers } = await sent(changes)
      expect(await provider().verifyNotification(body, headers)).toEqual({ kind: 'transfer', ...transfer, ...changes })
    }))
  })

  it('rejects any changed byte of the body', async () => {
    const { body, headers } = await sent()
    const bytes = new TextEncoder().encode(body)
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (index, change) => {
      const forged = Uint8Array.from(bytes)
      forged[index] = (forged[index] ?? 0) ^ change
      expect(await provider().verifyNotification(forged, headers)).toEqual({ kind: 'rejected', code: 'badSignature' })
    }))
  })

  it('rejects any changed digit of the signature', async () => {
    const { body, headers } = await sent()
    const signature = headers['X-SePay-Signature'] ?? ''
    await fc.assert(fc.asyncProperty(fc.integer({ min: 7, max: signature.length - 1 }), fc.constantFrom(...'0123456789abcdef'), async (index, digit) => {
      fc.pre(signature[index] !== digit)
      const forged = signature.slice(0, index) + digit + signature.slice(index + 1)
      expect(await provider().verifyNotification(body, { ...headers, 'X-SePay-Signature': forged })).toEqual({ kind: 'rejected', code: 'badSignature' })
    }))
  })

  it('rejects a body that was parsed and written again', async () => {
    const { body, headers } = await sent()
    const rewritten = JSON.stringify(JSON.parse(body), null, 1)
    expect(await provider().verifyNotification(rewritten, headers)).toEqual({ kind: 'rejected', code: 'badSignature' })
  })

  it('rejects another secret, no signature, a cut one, a doubled one and one without its scheme', async () => {
    const { body, headers } = await sent()
    const signature = headers['X-SePay-Signature'] ?? ''
    expect(await provider({ secret: 'another-secret' }).verifyNotification(body, headers)).toEqual({ kind: 'rejected', code: 'badSignature' })
    expect(await provider().verifyNotification(body, {})).toEqual({ kind: 'rejected', code: 'missingSignature' })
    for (const wrong of ['', 'sha256=', signature.slice(0, -1), signature.slice(7), `${signature}00`]) {
      expect(await provider().verifyNotification(body, { ...headers, 'X-SePay-Signature': wrong })).toEqual({ kind: 'rejected', code: 'badSignature' })
    }
    expect((await provider().verifyNotification(body, { ...headers, 'X-SePay-Signature': [signature, signature] })).kind).toBe('rejected')
  })

  it('rejects a timestamp moved to now, and one that is missing or no number', async () => {
    const old = await signBankNotification({ secret, transfer, at: new Date(at.getTime() - 3_600_000) })
    const now = String(at.getTime() / 1000)
    expect(await provider().verifyNotification(old.body, { ...old.headers, 'X-SePay-Timestamp': now })).toEqual({ kind: 'rejected', code: 'badSignature' })
    for (const timestamp of [undefined, '', 'now', '-1', '1e9', '١٢']) {
      expect(await provider().verifyNotification(old.body, { ...old.headers, 'X-SePay-Timestamp': timestamp })).toEqual({ kind: 'rejected', code: 'missingTimestamp' })
    }
  })

  it.each([[-300, 'transfer'], [-301, 'rejected'], [300, 'transfer'], [301, 'rejected']])('with the clock %s s away: %s', async (seconds, kind) => {
    const { body, headers } = await sent()
    const verified = await provider({ now: () => new Date(at.getTime() + seconds * 1000) }).verifyNotification(body, headers)
    expect(verified.kind).toBe(kind)
    if (verified.kind === 'rejected') expect(verified.code).toBe('staleTimestamp')
  })

  it('ignores genuine money that leaves the account', async () => {
    const { body, headers } = await signBankNotification({ secret, transfer, at, direction: 'out' })
    expect(await provider().verifyNotification(body, headers)).toEqual({ kind: 'ignored', code: 'outgoing' })
  })

  it.each([
    ['an amount as text', '"transferAmount":16000', '"transferAmount":"16000"', 'badAmount'],
    ['a fraction', '"transferAmount":16000', '"transferAmount":16000.5', 'badAmount'],
    ['an amount past the safe integers', '"transferAmount":16000', '"transferAmount":9007199254740993', 'badAmount'],
    ['an amount of zero', '"transferAmount":16000', '"transferAmount":0', 'badAmount'],
    ['a negative amount', '"transferAmount":16000', '"transferAmount":-16000', 'badAmount'],
    ['no account', '"accountNumber":"0011012345678",', '', 'malformedBody'],
    ['no id', '"id":92704,', '', 'malformedBody'],
    ['a date that does not exist', '2026-11-21 09', '2026-11-31 09', 'malformedBody'],
    ['another direction', '"transferType":"in"', '"transferType":"both"', 'malformedBody'],
    ['what is no JSON', '{', '[', 'malformedBody'],
  ])('rejects %s even when it is signed', async (_name, from, to, code) => {
    const { body } = await sent()
    expect(body).toContain(from)
    const changed = body.replace(from, to)
    const timestamp = String(at.getTime() / 1000)
    const headers = { 'x-sepay-timestamp': timestamp, 'x-sepay-signature': await signBody(secret, timestamp, changed) }
    expect(await provider().verifyNotification(changed, headers)).toEqual({ kind: 'rejected', code })
  })

  it('never throws, whatever comes in', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array()), fc.string(), fc.string(), async (body, signature, timestamp) => {
      expect((await provider().verifyNotification(body, { 'x-sepay-signature': signature, 'x-sepay-timestamp': timestamp })).kind).toBe('rejected')
    }))
  })
})

describe('createBankWebhook', () => {
  it.each<[string, unknown]>([
    ['a missing secret', {}],
    ['an empty secret', { secret: '' }],
    ['a secret of spaces', { secret: '        ' }],
    ['a secret pasted with a line break', { secret: 'whsec_test\n' }],
    ['a short secret', { secret: 'abc' }],
    ['no tolerance', { secret, toleranceSeconds: 0 }],
    ['an endless tolerance', { secret, toleranceSeconds: Number.POSITIVE_INFINITY }],
    ['an unknown option', { secret, tolerance: 300 }],
  ])('does not start with %s', (_name, options) => {
    const create = createBankWebhook as (options: unknown) => unknown
    expect(() => create(options)).toThrow(PaymentConfigError)
  })

  it('does not repeat the secret in its message', () => {
    expect(() => createBankWebhook({ secret: ' hidden-value ' })).not.toThrow(/hidden-value/)
  })

  it('asks for exactly what is owed, on the account of the order', async () => {
    const order: PaymentOrder = {
      id: 'p1', dossierCode: 'H01.30838-261121-0007', amountVnd: 16_000, reference: 'H01308382611210007R01', expiresAt: '2026-11-22T10:00:00+07:00',
      account: { bin: '970403', bankName: 'Sacombank', number: '0011012345678', holder: 'UBND XA MY THUAN' },
    }
    const instruction = await provider().createRequest(order)
    expect(instruction).toMatchObject({ kind: 'transfer', provider: 'bank-webhook', amountVnd: 16_000, currency: 'VND', account: order.account, reference: order.reference })
    expect(parseVietQr(instruction.qrPayload)).toMatchObject({ success: true, value: { bin: '970403', account: '0011012345678', amountVnd: 16_000, additional: { purpose: order.reference } } })
  })

  it('stops repeats of what was recorded and asks again for what was not', () => {
    const status = (kind: 'recorded' | 'duplicate' | 'ignored' | 'unmatched' | 'failed') => provider().reply({ kind }).status
    expect([status('recorded'), status('duplicate'), status('ignored'), status('unmatched'), status('failed')]).toEqual([200, 200, 200, 200, 503])
    expect(provider().reply({ kind: 'recorded' }).body).toBe('{"success":true}')
    expect(provider().reply({ kind: 'rejected', code: 'badSignature' })).toMatchObject({ status: 401, body: '{"success":false}' })
  })
})
