import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { formatInstant, formatMoney } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import type { Acknowledgement } from '../services/contract.ts'

/** The dossier is in: its code, the support code, and what happens next; `isSettled` once the fee has been paid. */
export function acknowledgementView(ack: Acknowledgement, words: Words, track: () => void, isSettled = false): TemplateResult {
  const owed = !isSettled && (ack.fee.state === 'owed' || ack.fee.state === 'partial')
  return html`<h2 id="heading" tabindex="-1" .textContent=${words('ackTitle')}></h2>
    <div class="reference"><span .textContent=${words('ackCode')}></span><strong part="dossier-code" .textContent=${ack.code}></strong></div>
    <p .textContent=${words('ackTime', { time: formatInstant(ack.submittedAt, words.tag) })}></p>
    <p .textContent=${words('supportCode', { code: ack.supportCode })}></p>
    <p .textContent=${words('ackKeep')}></p>
    <h3 .textContent=${words('ackNext')}></h3>
    <p .textContent=${owed ? words('ackNextPay', { amount: formatMoney(ack.fee.amountVnd) }) : words('ackNextWait')}></p>
    <p><button type="button" class="button secondary" .textContent=${words('ackTrack')} @click=${track}></button></p>`
}
