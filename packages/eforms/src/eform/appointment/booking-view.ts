import { html, nothing } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { TemplateResult } from 'lit'
import { notice } from '../../dom/messages.ts'
import { dayInWords, timeInWords } from './day-in-words.ts'
import type { Words } from '../../locales/strings.ts'
import { HEADING, MESSAGE } from './booking.ts'
import type { Booking } from './booking.ts'

export interface BookingFrame {
  /** Nothing stays on the machine. */
  shared: boolean
  signIn(): void
}

/** What has happened, announced, with the day in words. */
export function messageView({ message }: Booking, words: Words): TemplateResult | typeof nothing {
  if (!message) return nothing
  const { key, tone, values, quote } = message
  const text = words(key, values && { ...values, ...(values['day'] && { day: dayInWords(values['day'], words.tag) }) })
  return html`<div id=${MESSAGE} tabindex="-1" role=${tone === '' ? 'status' : nothing}>${notice(text, tone, '', quote)}</div>`
}

/** Days and times of a week to choose from. */
export function chooseView(booking: Booking, frame: BookingFrame, words: Words): TemplateResult {
  const { times, busy, moving, appointment } = booking
  const { slots } = times
  const days = slots?.days ?? []
  const first = days[0]?.date ?? ''
  const last = days.at(-1)?.date ?? ''
  const none = days.length > 0 && booking.times.free.length === 0
  return html`<h3 id=${HEADING} tabindex="-1" .textContent=${words('bookTitle')}></h3>
    ${messageView(booking, words)}
    <p .textContent=${moving && appointment ? words('bookedNow', { when: timeInWords(appointment, words) }) : words('bookIntro')}></p>
    <p class="muted" role="status" .textContent=${busy ? words('bookLoading') : words('bookWeek', { from: dayInWords(first, words.tag), to: dayInWords(last, words.tag) })}></p>
    ${none ? noneView(booking, words) : html`${daysView(booking, words)}${timesView(booking, words)}`}
    <div class="buttons">${none ? nothing : confirmView(booking, frame, words)}
      ${moving ? html`<button type="button" class="button secondary" .textContent=${words('bookedKeep')} @click=${() => { booking.keep() }}></button>` : nothing}</div>
    <div class="buttons"><button type="button" class="link" .textContent=${words('bookEarlier')} ?hidden=${times.isFirstWeek} @click=${() => { void booking.turn(-1) }}></button>
      <button type="button" class="link" .textContent=${words('bookLater')} ?hidden=${slots === undefined || last >= slots.lastDay} @click=${() => { void booking.turn(1) }}></button></div>`
}

function noneView(booking: Booking, words: Words): TemplateResult {
  const { slots } = booking.times
  const next = slots?.nextFree
  if (!next) return notice(words('bookNone', { day: dayInWords(slots?.lastDay ?? '', words.tag) }), 'warn')
  return html`${notice(words('bookNoneThisWeek'))}
    <div class="buttons"><button type="button" class="button" part="next-free" .textContent=${words('bookNextFree', { time: next.time, day: dayInWords(next.date, words.tag) })} @click=${() => { void booking.goToNextFree() }}></button></div>`
}

function daysView(booking: Booking, words: Words): TemplateResult {
  return html`<div class="field"><label class="label" for="appointment-day" .textContent=${words('bookDay')}></label>
    ${keyed(booking.times.slots, html`<select id="appointment-day" @change=${({ target }: Event) => { if (target instanceof HTMLSelectElement) booking.chooseDay(target.value) }}>${booking.times.slots?.days.map(({ date, closed, times }) => {
      const count = times.filter(({ free }) => free > 0).length
      const line = closed === 'day-off' ? 'bookDayOff' : closed ? 'bookDayUnknown' : count === 0 ? 'bookDayFull' : 'bookDayLine'
      return html`<option value=${date} ?disabled=${count === 0} ?selected=${date === booking.times.day} .textContent=${words(line, { day: dayInWords(date, words.tag), count })}></option>`
    })}</select>`)}</div>`
}

function timesView(booking: Booking, words: Words): TemplateResult {
  const { isTimeMissing, times: { slots, time: chosen } } = booking
  return html`<fieldset class=${`field ${isTimeMissing ? 'invalid' : ''}`} part="times" aria-describedby=${isTimeMissing ? 'appointment-error' : nothing}>
    <legend .textContent=${words('bookTimes', { day: dayInWords(booking.times.day ?? '', words.tag) })}></legend>
    ${isTimeMissing ? html`<p class="error" id="appointment-error" role="alert" .textContent=${`${words('errorPrefix')}${words('bookChoose')}`}></p>` : nothing}
    <div class="choices">${booking.times.free.map(({ time, free }, index) => html`<div class="choice"><input type="radio" name="appointment-time" id=${`appointment-time-${index}`} value=${time} .checked=${chosen === time}
        aria-invalid=${isTimeMissing ? 'true' : nothing} @change=${() => { booking.chooseTime(time) }}>
      <label for=${`appointment-time-${index}`}><span .textContent=${words('bookTimeLine', { from: time, to: later(time, slots?.slotMinutes ?? 0) })}></span> <span class="muted" .textContent=${words('bookPlaces', { count: free })}></span></label></div>`)}</div></fieldset>`
}

function confirmView(booking: Booking, { shared, signIn }: BookingFrame, words: Words): TemplateResult {
  if (booking.signedIn) {
    return html`<button type="button" class="button" part="book" aria-disabled=${booking.busy ? 'true' : nothing} .textContent=${words(booking.moving ? 'bookedMoveTo' : 'bookIt')} @click=${() => { void booking.confirm() }}></button>`
  }
  if (shared) return notice(words('bookSharedSignIn'), 'warn')
  return html`<p .textContent=${words('bookSignInWhy')}></p><button type="button" class="button" part="book" .textContent=${words('bookSignIn')} @click=${signIn}></button>`
}

function later(time: string, minutes: number): string {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
