import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Appointment } from '@motcua/portal-client/appointments'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { term } from '../../dom/describe-list.ts'
import { notice } from '../../dom/messages.ts'
import { saveFile } from '../../dom/save-file.ts'
import type { Words } from '../../locales/strings.ts'
import { HEADING } from './booking.ts'
import type { Booking } from './booking.ts'
import { messageView } from './booking-view.ts'
import { calendarFile } from './calendar-file.ts'
import { dayInWords, timeInWords } from './day-in-words.ts'

export interface BookedFrame {
  /** Papers to bring, by the answers. */
  documents: readonly RequiredDocument[]
  shared: boolean
  print(): void
}

/** The appointment: number, time, counter, place, what to bring, and what may still be done with it. */
export function bookedView(booking: Booking, appointment: Appointment, frame: BookedFrame, words: Words): TemplateResult {
  return html`<h3 id=${HEADING} tabindex="-1" .textContent=${words('bookedTitle')}></h3>
    ${messageView(booking, words)}
    <div class="reference" part="appointment"><span .textContent=${words('bookedTicket')}></span><strong part="appointment-ticket" .textContent=${appointment.ticket}></strong></div>
    ${factsView(appointment, words)}
    ${bringView(frame.documents, words)}
    ${booking.cancelling ? cancelView(booking, appointment, words) : html`<div class="buttons">
      ${frame.shared ? nothing : html`<button type="button" class="button secondary" .textContent=${words('bookedSave')} @click=${() => { saveCalendar(appointment, frame.documents, words) }}></button>`}
      <button type="button" class="button secondary" .textContent=${words('bookedPrint')} @click=${frame.print}></button>
      ${appointment.allowed.includes('move') ? html`<button type="button" class="button secondary" .textContent=${words('bookedMove')} @click=${() => { booking.move() }}></button>` : nothing}
      ${appointment.allowed.includes('cancel') ? html`<button type="button" class="link" .textContent=${words('bookedCancel')} @click=${() => { booking.askCancel(true) }}></button>` : nothing}
      <button type="button" class="link" .textContent=${words('bookAnother')} @click=${() => { booking.another() }}></button></div>`}`
}

/** The same on paper, in Vietnamese like every paper for the office. */
export function slipView(appointment: Appointment, documents: readonly RequiredDocument[], vietnamese: Words): TemplateResult {
  return html`<section class="paper slip" part="appointment-slip" lang="vi"><h2 .textContent=${appointment.agencyName}></h2>
    <p class="addressee"><strong .textContent=${`${vietnamese('bookedTicket')}: ${appointment.ticket}`}></strong></p>
    <p .textContent=${appointment.procedureName.vi}></p>
    ${factsView(appointment, vietnamese)}${bringView(documents, vietnamese)}</section>`
}

function factsView(appointment: Appointment, words: Words): TemplateResult {
  const { desk, agencyName, counter, code } = appointment
  return html`<dl>${term(words('bookedTime'), timeInWords(appointment, words))}${term(words('bookedCounter'), words.text(counter.name))}${term(words('bookedCode'), code)}
    ${term(words('bookedOffice'), [agencyName, desk?.address].filter(Boolean).join('\n'), '', 'vi')}${desk ? term(words('bookedPhone'), desk.phone) : nothing}</dl>`
}

function bringView(documents: readonly RequiredDocument[], words: Words): TemplateResult {
  return html`<h4 .textContent=${words('bookedBring')}></h4>
    <ul>${documents.map(({ name, hint }) => html`<li><span .textContent=${words.text(name)}></span>${hint ? html`<br><span class="muted" .textContent=${words.text(hint)}></span>` : nothing}</li>`)}
      <li .textContent=${words('bookedBringDeclaration')}></li></ul>`
}

function cancelView(booking: Booking, { date, time }: Appointment, words: Words): TemplateResult {
  return html`<div id="appointment-cancel" tabindex="-1" role="group">${notice(words('bookedCancelAsk', { time, day: dayInWords(date, words.tag) }), 'warn')}
    <div class="buttons"><button type="button" class="button" aria-disabled=${booking.busy ? 'true' : nothing} .textContent=${words('bookedCancelYes')} @click=${() => { void booking.cancel() }}></button>
      <button type="button" class="button secondary" .textContent=${words('bookedCancelNo')} @click=${() => { booking.askCancel(false) }}></button></div></div>`
}

function saveCalendar(appointment: Appointment, documents: readonly RequiredDocument[], words: Words): void {
  const { code, ticket, commune, procedureName, startsAt, endsAt, desk, agencyName, counter } = appointment
  const text = calendarFile({
    id: `${code}.${commune}@motcua`, title: words.text(procedureName), startsAt, endsAt: endsAt ?? startsAt, now: new Date(),
    place: [agencyName, desk?.address].filter(Boolean).join(', '),
    description: [
      `${words('bookedTicket')}: ${ticket}`, `${words('bookedCounter')}: ${words.text(counter.name)}`, `${words('bookedCode')}: ${code}`,
      `${words('bookedBring')}:`, ...documents.map(({ name }) => `- ${words.text(name)}`), `- ${words('bookedBringDeclaration')}`,
    ].join('\n'),
  })
  saveFile(new TextEncoder().encode(text), `lich-hen-${code}.ics`, 'text/calendar')
}
