import { createBankWebhook } from '@motcua/payments/bank-webhook'
import type { VerifiedNotification } from '@motcua/payments'
import { buildVietQr } from '@motcua/payments/vietqr'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RECEIVING_ACCOUNT } from '../agency.ts'
import { CookieBrowser } from '../testing/cookie-browser.ts'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { createBank } from './app.ts'
import type { BankAct } from './app.ts'
import { OpenPayments } from './open-payments.ts'

const SECRET = 'secret-shared-by-bank-and-gateway'
const QR = buildVietQr({ bin: RECEIVING_ACCOUNT.bin, account: RECEIVING_ACCOUNT.number, amountVnd: 16_000, purpose: 'MC2611210001AB' })
const received: VerifiedNotification[] = []
const openPayments = new OpenPayments()
let test: TestSites
let browser: CookieBrowser

beforeAll(async () => {
  test = await openTestSites()
  const provider = createBankWebhook({ secret: SECRET })
  const receiver = new Hono()
  receiver.post('/v1/notifications/bank-webhook', async (c) => {
    const notification = await provider.verifyNotification(await c.req.text(), c.req.raw.headers)
    received.push(notification)
    return notification.kind === 'rejected' ? c.json({ success: false }, 401) : c.json({ success: true })
  })
  test.mount('gateway', receiver)
  test.mount('bank', createBank({
    origin: test.sites.bank, accounts: [RECEIVING_ACCOUNT], secret: SECRET, fetch: test.fetch, clock: () => new Date(), openPayments,
    notificationUrl: `${test.sites.gateway}/v1/notifications/bank-webhook`,
  }))
  browser = new CookieBrowser(test.fetch)
})
afterAll(() => test.close())
beforeEach(() => { received.length = 0 })

async function transfer(act: BankAct): Promise<string> {
  return (await browser.post(`${test.sites.bank}/transfer`, { payload: QR, act })).text()
}

describe('simulated bank', () => {
  it('shows account, holder, amount and text before anything is transferred', async () => {
    const page = await (await browser.post(`${test.sites.bank}/scan`, { payload: QR })).text()
    for (const shown of [RECEIVING_ACCOUNT.number, RECEIVING_ACCOUNT.holder, '16.000 đồng', 'MC2611210001AB']) expect(page).toContain(shown)
    expect(received).toEqual([])
  })

  it('sends a notification that the payment provider verifies, with the text among the bank’s own words', async () => {
    await transfer('exact')
    expect(received).toMatchObject([{ kind: 'transfer', amountVnd: 16_000, accountNumber: RECEIVING_ACCOUNT.number, currency: 'VND' }])
    expect(received[0]).toHaveProperty('text', expect.stringContaining('MC2611210001AB'))
  })

  it('can pay too little, twice, or tell of one transfer twice', async () => {
    await transfer('short')
    expect(received).toMatchObject([{ amountVnd: 8000 }])
    received.length = 0
    await transfer('twice')
    const ids = received.map((notification) => notification.kind === 'transfer' && notification.transactionId)
    expect(new Set(ids).size).toBe(2)
    received.length = 0
    await transfer('repeat')
    const repeated = received.map((notification) => notification.kind === 'transfer' && notification.transactionId)
    expect(repeated).toHaveLength(2)
    expect(new Set(repeated).size).toBe(1)
  })

  it('can forge a notification, which the provider refuses', async () => {
    const page = await transfer('forged')
    expect(received).toEqual([{ kind: 'rejected', code: 'badSignature' }])
    expect(page).toContain('từ chối: sai chữ ký (401)')
  })

  it('refuses a code that was tampered with, or that names an account of another bank', async () => {
    expect((await browser.post(`${test.sites.bank}/scan`, { payload: QR.replace('16000', '26000') })).status).toBe(422)
    const elsewhere = buildVietQr({ bin: '970436', account: '0011223344', amountVnd: 16_000, purpose: 'MC1' })
    const answer = await browser.post(`${test.sites.bank}/scan`, { payload: elsewhere })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Không chuyển tiền')
  })

  it('offers the codes that the gateway has just handed out, and escapes them', async () => {
    openPayments.notice({ id: 'p1', qrPayload: QR, reference: '"><script>', amountVnd: 16_000, state: 'pending' })
    const page = await (await browser.get(`${test.sites.bank}/`)).text()
    expect(page).toContain('Quét mã này')
    expect(page).not.toContain('"><script>')
    openPayments.notice({ id: 'p1', qrPayload: QR, reference: 'x', amountVnd: 16_000, state: 'paid' })
    expect(openPayments.list()).toEqual([])
  })
})
