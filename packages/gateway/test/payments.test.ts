import { randomUUID } from 'node:crypto'
import type { Transfer } from '@motcua/payments'
import { signBankNotification } from '@motcua/payments/testing'
import { parseVietQr } from '@motcua/payments/vietqr'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabases } from './databases.ts'
import { step } from './desk.ts'
import { logText, submissionForSelf } from './filing.ts'
import { ACCOUNT, BANK_SECRET, LAN, MINH, MONDAY_0900, PHUONG, createWorld, type Answer, type Api, type World } from './world.ts'

describe.each(DATABASES)('payments on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create(), { config: { limits: { sessionMinutes: 6000 } } })
    lan = await world.signIn(LAN)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  /** A filed dossier with its open payment request. */
  async function owing(): Promise<{ code: string; payment: Answer['body'] }> {
    const { code } = (await lan.post('/v1/dossiers', submissionForSelf())).body
    const { body } = await lan.post(`/v1/dossiers/${code}/payments`)
    return { code, payment: body }
  }
  const transferFor = (payment: Answer['body'], change: Partial<Transfer> = {}): Transfer => ({
    transactionId: String(Math.floor(Math.random() * 1e9)), bankReference: `FT${randomUUID().slice(0, 8)}`, text: `CK ${payment.reference} nop phi`, amountVnd: payment.amountVnd,
    currency: 'VND', accountNumber: ACCOUNT.number, subAccount: null, at: new Date(world.time.now).toISOString(), ...change,
  })
  async function notify(transfer: Transfer, options: { secret?: string; at?: number; tamper?: (body: string) => string } = {}): Promise<Response> {
    const { body, headers } = await signBankNotification({ secret: options.secret ?? BANK_SECRET, transfer, at: new Date(options.at ?? world.time.now) })
    return world.request('/v1/notifications/bank-webhook', { method: 'POST', headers, body: options.tamper?.(body) ?? body })
  }
  const stateOf = async (payment: Answer['body']) => (await lan.get(`/v1/payments/${payment.id}`)).body

  it.skipIf(skipped)('asks for the computed fee on the agency’s own account', async () => {
    const { code, payment } = await owing()
    expect(payment).toMatchObject({ provider: 'bank-webhook', amountVnd: 8000, currency: 'VND', account: ACCOUNT, state: 'pending', paidVnd: 0 })
    expect(payment.reference).toMatch(/^[A-Z0-9]{1,25}$/)
    expect(parseVietQr(payment.qrPayload)).toMatchObject({ success: true, value: { bin: ACCOUNT.bin, account: ACCOUNT.number, amountVnd: 8000 } })
    expect((await lan.post(`/v1/dossiers/${code}/payments`)).body.id).toBe(payment.id)
  })

  it.skipIf(skipped)('makes one request of two asked for at once', async () => {
    const { code } = (await lan.post('/v1/dossiers', submissionForSelf())).body
    const both = await Promise.all([lan.post(`/v1/dossiers/${code}/payments`), lan.post(`/v1/dossiers/${code}/payments`)])
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
  })

  it.skipIf(skipped)('marks it paid when the verified money has come, with one receipt and a sealed step', async () => {
    const { code, payment } = await owing()
    const answer = await notify(transferFor(payment))
    expect([answer.status, await answer.json()]).toEqual([200, { success: true }])
    expect(await stateOf(payment)).toMatchObject({ state: 'paid', paidVnd: 8000, receipt: { number: expect.stringMatching(/^BL-H01\.02-2026-\d{6}$/), amountVnd: 8000, payer: 'Nguyễn Thị Lan' } })
    const { body } = await lan.get(`/v1/dossiers/${code}`)
    expect(body).toMatchObject({ state: 1, fee: { state: 'paid' }, payment: { state: 'paid' } })
    expect(body.steps.at(-1)).toMatchObject({ kind: 'paid', sealed: 'system-seal', by: { role: 'system' } })
    expect((await lan.post(`/v1/dossiers/${code}/payments`)).body.type).toBe('urn:motcua:problem:nothing-owed')
  })

  it.skipIf(skipped)('lets a clerk look when the bank tells another sum for a known transaction, and keeps the first telling', async () => {
    const { payment } = await owing()
    const transfer = transferFor(payment)
    await notify(transfer)
    expect((await notify({ ...transfer, amountVnd: 80_000 })).status).toBe(200)
    expect(await stateOf(payment)).toMatchObject({ state: 'paid', paidVnd: 8000 })
    expect(logText(world)).toMatch(/transfer-needs-clerk[^\n]*conflictingDuplicate/)
  })

  it.skipIf(skipped)('records a notification once, however often and at once it comes', async () => {
    const { code, payment } = await owing()
    const transfer = transferFor(payment)
    const answers = await Promise.all([notify(transfer), notify(transfer), notify(transfer)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const receipt = (await stateOf(payment)).receipt.number
    await notify({ ...transfer, transactionId: '777', bankReference: transfer.bankReference })
    expect(await stateOf(payment)).toMatchObject({ paidVnd: 8000, state: 'paid', receipt: { number: receipt } })
    expect((await lan.get(`/v1/dossiers/${code}`)).body.steps.filter(({ kind }: { kind: string }) => kind === 'paid')).toHaveLength(1)
  })

  it.skipIf(skipped)('believes no forged, changed, unsigned or stale notification, and keeps nothing of it', async () => {
    const { payment } = await owing()
    const transfer = transferFor(payment)
    const forged = await notify(transfer, { secret: 'another-secret-altogether' })
    expect(forged.status).toBe(401)
    expect((await forged.json()).type).toBe('urn:motcua:problem:notification-not-verified')
    expect((await notify(transfer, { tamper: (body) => body.replace('8000', '80000') })).status).toBe(401)
    expect((await notify(transfer, { at: world.time.now - 3_600_000 })).status).toBe(401)
    expect((await world.request('/v1/notifications/bank-webhook', { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await world.request('/v1/notifications/nobody', { method: 'POST', body: '{}' })).status).toBe(404)
    expect((await stateOf(payment)).state).toBe('pending')
    expect((await notify(transfer)).status).toBe(200)
    expect((await stateOf(payment)).state).toBe('paid')
  })

  it.skipIf(skipped)('is not paid by too little, by another account or by another dossier’s reference', async () => {
    const { payment } = await owing()
    await notify(transferFor(payment, { amountVnd: 5000 }))
    expect(await stateOf(payment)).toMatchObject({ state: 'partial', paidVnd: 5000 })
    expect(await stateOf(payment)).not.toHaveProperty('receipt')
    await notify(transferFor(payment, { amountVnd: 3000, accountNumber: '999' }))
    await notify(transferFor(payment, { amountVnd: 3000, text: 'CK nham noi dung' }))
    expect((await stateOf(payment)).paidVnd).toBe(5000)
    await notify(transferFor(payment, { amountVnd: 3000 }))
    expect(await stateOf(payment)).toMatchObject({ state: 'paid', paidVnd: 8000, receipt: { amountVnd: 8000 } })
  })

  it.skipIf(skipped)('comes to the same sum in whatever order, how often and how close together notifications come', async () => {
    const amounts = fc.array(fc.integer({ min: 1000, max: 9000 }), { minLength: 1, maxLength: 3 })
    await fc.assert(fc.asyncProperty(amounts, fc.boolean(), async (parts, atOnce) => {
      const { payment } = await owing()
      const transfers = parts.map((amountVnd) => transferFor(payment, { amountVnd, transactionId: randomUUID() }))
      const told = [...transfers, ...transfers.toReversed()]
      if (atOnce) await Promise.all(told.map((transfer) => notify(transfer)))
      else for (const transfer of told) await notify(transfer)
      const sum = parts.reduce((total, part) => total + part, 0)
      const body = await stateOf(payment)
      expect(body).toMatchObject({ paidVnd: sum, state: sum < 8000 ? 'partial' : sum === 8000 ? 'paid' : 'over' })
      expect('receipt' in body).toBe(sum >= 8000)
    }), { numRuns: 8, examples: [[[8000], true], [[3000, 5000], true]] })
  })

  it.skipIf(skipped)('says over when more came, and keeps the receipt at what was owed', async () => {
    const { payment } = await owing()
    await notify(transferFor(payment, { amountVnd: 10_000 }))
    expect(await stateOf(payment)).toMatchObject({ state: 'over', paidVnd: 10_000, receipt: { amountVnd: 8000 } })
  })

  it.skipIf(skipped)('sends money for an expired request to the refund queue and opens another', async () => {
    const { code, payment } = await owing()
    world.time.now += 25 * 3_600_000
    try {
      expect((await stateOf(payment)).state).toBe('expired')
      const renewed = (await lan.post(`/v1/dossiers/${code}/payments`)).body
      expect(renewed).toMatchObject({ amountVnd: 8000, state: 'pending' })
      expect(renewed.reference).not.toBe(payment.reference)
      await notify(transferFor(payment))
      expect((await stateOf(payment)).state).toBe('refund-due')
      await notify(transferFor(renewed))
      expect((await stateOf(renewed)).state).toBe('paid')
    } finally {
      world.time.now = MONDAY_0900
    }
  })

  it.skipIf(skipped)('sends money of a withdrawn or refused dossier to the refund queue', async () => {
    const first = await owing()
    await notify(transferFor(first.payment))
    await lan.post(`/v1/dossiers/${first.code}/withdrawal`)
    expect((await lan.get(`/v1/dossiers/${first.code}`)).body).toMatchObject({ state: 7, fee: { state: 'refund-due' } })
    const second = await owing()
    await step(world, await world.signIn(MINH), second.code, 'refuse', { reason: 'Không thuộc thẩm quyền' })
    await notify(transferFor(second.payment))
    expect(await stateOf(second.payment)).toMatchObject({ state: 'refund-due' })
    expect((await lan.get(`/v1/dossiers/${second.code}`)).body.steps.map(({ kind }: { kind: string }) => kind)).not.toContain('paid')
    expect((await lan.post(`/v1/dossiers/${second.code}/payments`)).body.type).toBe('urn:motcua:problem:nothing-owed')
  })

  it.skipIf(skipped)('invites nobody to pay for a withdrawn dossier', async () => {
    const { code, payment } = await owing()
    await lan.post(`/v1/dossiers/${code}/withdrawal`)
    const { body } = await lan.get(`/v1/dossiers/${code}`)
    expect(body).toMatchObject({ state: 7, fee: { state: 'none' } })
    expect(body).not.toHaveProperty('payment')
    expect((await stateOf(payment)).state).toBe('expired')
  })

  it.skipIf(skipped)('shows a payment to its owner only', async () => {
    const { payment } = await owing()
    expect((await (await world.signIn(PHUONG)).get(`/v1/payments/${payment.id}`)).body.type).toBe('urn:motcua:problem:payment-not-found')
  })

  it.skipIf(skipped)('logs what a clerk must look at, without accounts or persons', () => {
    const text = logText(world)
    expect(text).toContain('transfer-unmatched')
    expect(text).toContain('accountMismatch')
    for (const secret of [LAN.SoDinhDanh, LAN.HoVaTen, ACCOUNT.number, BANK_SECRET, 'nham noi dung']) expect(text).not.toContain(secret)
  })
})
