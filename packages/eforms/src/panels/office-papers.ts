import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { term } from '../dom/describe-list.ts'
import { formatInstant, formatMoney } from '../locales/formats.ts'
import { wordsOf } from '../locales/strings.ts'
import { viAfter } from '../locales/vi-after.ts'
import type { IntakeSlip, Receipt } from '../services/contract.ts'

// What an office issues is Vietnamese on a page of any language; the heading above it is the page's own.
const paper = wordsOf('vi', viAfter)

/** The intake slip: what was received, and when the result is due. */
export function slipView(slip: IntakeSlip): TemplateResult {
  return html`<div part="intake-slip" lang="vi"><dl>${term(paper('slipNumber'), slip.number)}${term(paper('trackCode'), slip.code)}${term(paper('trackAgency'), slip.agencyName)}${term(paper('slipSubmitter'), slip.submitter)}
    ${term(paper('slipDocuments'), slip.documents.join('; '))}${term(paper('slipReceivedAt'), formatInstant(slip.receivedAt, 'vi'))}${term(paper('trackDue'), formatInstant(slip.dueAt, 'vi'))}${term(paper('slipReceivedBy'), slip.receivedBy)}</dl>
    ${slip.dueNote ? html`<p .textContent=${paper('slipNote', { note: slip.dueNote })}></p>` : nothing}</div>`
}

/** The receipt for money that was paid. */
export function receiptView(receipt: Receipt): TemplateResult {
  return html`<div part="receipt" lang="vi"><dl>${term(paper('receiptNumber'), receipt.number)}${term(paper('payAmount'), formatMoney(receipt.amountVnd))}
    ${term(paper('receiptPayer'), receipt.payer)}${term(paper('receiptIssued'), formatInstant(receipt.issuedAt, 'vi'))}</dl></div>`
}
