import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { term } from '../dom/describe-list.ts'
import { notice } from '../dom/messages.ts'
import { qrCode } from '../dom/qr-code.ts'
import { formatInstant, formatMoney } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import type { PaymentRequest } from '../services/contract.ts'
import type { PortalServices } from '../services/services.ts'
import { receiptView } from './office-papers.ts'
import type { PanelHost } from './panel-host.ts'
import { isQrInAgreement } from './qr-agreement.ts'

const FIRST_WAIT_MS = 3000
const LONGEST_WAIT_MS = 15_000

/**
 * Payment of one dossier's fee by bank transfer. It shows what the gateway says and nothing else: neither a redirect, nor a
 * press, nor time makes a fee paid.
 */
export class PaymentPanel {
  readonly dossierCode: string
  readonly #portal: Pick<PortalServices, 'requestPayment' | 'payment'>
  readonly #host: PanelHost
  readonly #paid: () => void
  #payment: PaymentRequest | undefined
  #nothingOwed = false
  #problem: UiKey | undefined
  #busy = false
  #copied = ''
  #wait = FIRST_WAIT_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  #key = crypto.randomUUID() as string

  constructor(options: { dossierCode: string; portal: Pick<PortalServices, 'requestPayment' | 'payment'>; host: PanelHost; payment?: PaymentRequest; paid?: () => void }) {
    this.dossierCode = options.dossierCode
    this.#portal = options.portal
    this.#host = options.host
    this.#payment = options.payment
    this.#paid = options.paid ?? (() => undefined)
    this.#schedule()
  }

  /** Asks the gateway for the transfer details; a repeated ask gives the same request. */
  async request(): Promise<void> {
    if (this.#busy) return
    this.#set(true)
    try {
      const payment = await this.#portal.requestPayment(this.dossierCode, { idempotencyKey: this.#key })
      this.#nothingOwed = payment === null
      this.#payment = payment ?? undefined
      this.#key = crypto.randomUUID()
      this.#problem = undefined
      this.#wait = FIRST_WAIT_MS
      this.#schedule()
    } catch {
      this.#problem = 'payFailed'
    }
    this.#set(false)
  }

  async check(): Promise<void> {
    const id = this.#payment?.id
    if (id === undefined || this.#busy) return
    clearTimeout(this.#timer)
    this.#set(true)
    try {
      const before = this.#payment?.state
      this.#payment = await this.#portal.payment(id)
      this.#problem = undefined
      if (before !== this.#payment.state && this.#payment.state === 'paid') this.#paid()
    } catch {
      this.#problem = 'payUnreachable'
    }
    this.#wait = Math.min(this.#wait * 1.5, LONGEST_WAIT_MS)
    this.#schedule()
    this.#set(false)
  }

  /** The gateway says that nothing is to be paid any more. */
  get isSettled(): boolean { return this.#nothingOwed || this.#payment?.state === 'paid' || this.#payment?.state === 'over' }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  view(): TemplateResult {
    const words = this.#host.words()
    const payment = this.#payment
    return html`<section class="screen" part="payment"><h3 .textContent=${words('payTitle')}></h3>
      ${this.#problem ? notice(words(this.#problem), 'bad-notice') : nothing}
      <p role="status" id="payment-state" tabindex="-1" class=${this.isSettled ? 'good' : ''} .textContent=${this.#nothingOwed ? words('payNothing') : payment ? stateText(payment, words) : ''}></p>
      ${this.#nothingOwed ? nothing : payment ? this.#paymentView(payment, words) : this.#requestButton(words)}</section>`
  }

  #paymentView(payment: PaymentRequest, words: Words): TemplateResult {
    return html`${this.#isOpen ? this.#transferView(payment, words) : nothing}
      ${payment.state === 'expired' ? this.#requestButton(words) : nothing}
      ${payment.receipt ? html`<h4 .textContent=${words('receiptTitle')}></h4>${receiptView(payment.receipt)}` : nothing}`
  }

  #transferView(payment: PaymentRequest, words: Words): TemplateResult {
    const { account } = payment
    const rest = payment.amountVnd - (payment.paidVnd ?? 0)
    const scan = isQrInAgreement(payment)
    return html`<p .textContent=${words(scan ? 'payScan' : 'payNoScan')}></p><div class=${scan ? 'pay' : ''}>${scan ? qrCode(payment.qrPayload, words('payQrAlt')) : nothing}<div>
        <dl>${this.#copyRow(words, 'payBank', account.bankName)}${this.#copyRow(words, 'payAccount', account.number)}${this.#copyRow(words, 'payHolder', account.holder)}
          ${this.#copyRow(words, 'payAmount', formatMoney(rest), String(rest))}${this.#copyRow(words, 'payReference', payment.reference)}</dl>
        <span class="visually-hidden" role="status" .textContent=${this.#copied ? words('copied') : ''}></span>
        <p .textContent=${words('payExact')}></p><p class="muted" .textContent=${words('payExpires', { time: formatInstant(payment.expiresAt, words.tag) })}></p>
        ${this.#button(words, 'payCheckNow', () => { void this.check().then(() => { if (!this.#isOpen) this.#host.focus('payment-state') }) }, 'secondary')}</div></div>`
  }

  #copyRow(words: Words, key: UiKey, shown: string, copied = shown): TemplateResult {
    const name = words(key)
    return term(name, shown, html`<button type="button" class="link" aria-label=${this.#copied === key ? `${words('copied')}: ${name}` : words('copyOf', { what: name })} .textContent=${words(this.#copied === key ? 'copied' : 'copy')}
      @click=${() => { void this.#copy(key, copied) }}></button>`)
  }

  async #copy(key: UiKey, text: string): Promise<void> {
    // The browser may forbid it; the text stays in sight to be copied by hand.
    this.#copied = await navigator.clipboard.writeText(text).then(() => key, () => '')
    this.#host.redraw()
  }

  #button(words: Words, key: UiKey, press: () => void, kind = ''): TemplateResult {
    return html`<button type="button" class=${`button ${kind}`} aria-disabled=${this.#busy ? 'true' : nothing} .textContent=${words(key)} @click=${press}></button>`
  }

  /** The button goes away with the press: focus goes to what has come of it. */
  #requestButton(words: Words): TemplateResult {
    return this.#button(words, 'payRequest', () => { void this.request().then(() => { if (!this.#problem) this.#host.focus('payment-state') }) })
  }

  /** Money is still expected. */
  get #isOpen(): boolean { return this.#payment?.state === 'pending' || this.#payment?.state === 'partial' }

  #set(busy: boolean): void {
    this.#busy = busy
    this.#host.redraw()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    if (this.#stopped || !this.#isOpen) return
    this.#timer = setTimeout(() => {
      if (document.visibilityState === 'hidden') this.#schedule()
      else void this.check()
    }, this.#wait)
  }
}

function stateText(payment: PaymentRequest, words: Words): string {
  const paid = formatMoney(payment.paidVnd ?? 0)
  switch (payment.state) {
    case 'pending': return words('payPending')
    case 'partial': return words('payPartial', { paid, rest: formatMoney(Math.max(0, payment.amountVnd - (payment.paidVnd ?? 0))) })
    case 'paid': return words('payPaid')
    case 'over': return words('payOver', { paid })
    case 'expired': return words('payExpired')
    case 'refund-due': return words('payRefund')
  }
}
