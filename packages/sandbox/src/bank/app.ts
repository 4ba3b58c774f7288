import { randomInt } from 'node:crypto'
import type { Hono } from 'hono'
import { signBankNotification } from '@motcua/payments/testing'
import { parseVietQr } from '@motcua/payments/vietqr'
import type { VietQr } from '@motcua/payments/vietqr'
import { createSimulatorApp } from '../http/simulator-app.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'
import { simulatorPage } from '../http/simulator-page.ts'
import type { OpenPayments } from './open-payments.ts'
import { homeView, receiptView, transferView } from './pages.ts'

/** What a tester can make the bank do. */
export const BANK_ACTS = ['exact', 'short', 'twice', 'repeat', 'forged'] as const
export type BankAct = (typeof BANK_ACTS)[number]

export interface BankAccount { bin: string; bankName: string; number: string; holder: string }

export interface BankOptions {
  origin: string
  /** The accounts that this bank knows by name. */
  accounts: readonly BankAccount[]
  /** Shared with the gateway's provider. */
  secret: string
  /** Where notifications go. */
  notificationUrl: string
  fetch: typeof fetch
  clock: () => Date
  openPayments: OpenPayments
}

/** One notification that the bank sent, and what the gateway answered. */
export interface SentNotification { transactionId: string; amountVnd: number; genuine: boolean; status: number }

const PAGE = { title: 'Ngân hàng mô phỏng', standsFor: 'Trang này đóng vai ứng dụng ngân hàng trên điện thoại. Không có tiền thật nào được chuyển.' }

/** Simulated banking app: reads a VietQR code, "transfers", and notifies the gateway as a bank would, or as a forger would. */
export function createBank(options: BankOptions): Hono<SimulatorEnv> {
  const { origin, accounts, openPayments } = options
  const app = createSimulatorApp(origin)

  app.get('/', (c) => c.html(simulatorPage({ ...PAGE, body: homeView(openPayments.list()) })))

  app.post('/scan', async (c) => {
    const payload = String((await c.req.formData()).get('payload') ?? '').trim()
    const read = readCode(payload)
    if (typeof read === 'string') return c.html(simulatorPage({ ...PAGE, body: homeView(openPayments.list(), read) }), 422)
    return c.html(simulatorPage({ ...PAGE, body: transferView(payload, read.code, read.account) }))
  })

  app.post('/transfer', async (c) => {
    const form = await c.req.formData()
    const read = readCode(String(form.get('payload') ?? ''))
    const act = BANK_ACTS.find((known) => known === form.get('act'))
    if (typeof read === 'string' || act === undefined) return c.redirect('/', 303)
    const sent = await transfer(read.code, act)
    return c.html(simulatorPage({ ...PAGE, body: receiptView(act, sent) }))
  })
  return app

  function readCode(payload: string): { code: VietQr & { amountVnd: number }; account: BankAccount } | string {
    const parsed = parseVietQr(payload)
    if (!parsed.success) return 'Không đọc được mã VietQR này. Hãy dán lại toàn bộ nội dung mã.'
    const { amountVnd, bin, account: number } = parsed.value
    const account = accounts.find((known) => known.bin === bin && known.number === number)
    if (account === undefined) return 'Tài khoản nhận trong mã không có ở ngân hàng mô phỏng. Không chuyển tiền.'
    if (amountVnd === null) return 'Mã không ghi số tiền.'
    return { code: { ...parsed.value, amountVnd }, account }
  }

  async function transfer(code: VietQr & { amountVnd: number }, act: BankAct): Promise<SentNotification[]> {
    const amountVnd = act === 'short' ? Math.max(1, Math.floor(code.amountVnd / 2)) : code.amountVnd
    const transactions = act === 'twice' ? [newTransactionId(), newTransactionId()] : [newTransactionId()]
    const deliveries = act === 'repeat' ? [...transactions, ...transactions] : transactions
    const sent: SentNotification[] = []
    for (const transactionId of deliveries) sent.push(await notify(code, transactionId, amountVnd, act !== 'forged'))
    return sent
  }

  async function notify(code: VietQr, transactionId: string, amountVnd: number, genuine: boolean): Promise<SentNotification> {
    const at = options.clock()
    const { body, headers } = await signBankNotification({
      secret: genuine ? options.secret : `not-${options.secret}`,
      at,
      transfer: {
        transactionId,
        bankReference: `FT${transactionId}`,
        // Banks add their own words round the text that the payer sent.
        text: `MBVCB ${transactionId} ${code.additional.purpose ?? ''} CT tu TK mo phong`,
        amountVnd,
        currency: 'VND',
        accountNumber: code.account,
        subAccount: null,
        at: at.toISOString(),
      },
    })
    const response = await options.fetch(options.notificationUrl, { method: 'POST', headers, body })
    await response.arrayBuffer()
    return { transactionId, amountVnd, genuine, status: response.status }
  }
}

function newTransactionId(): string {
  return String(randomInt(100_000_000, 1_000_000_000))
}
