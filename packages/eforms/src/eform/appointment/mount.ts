import { html, nothing, render } from 'lit'
import type { TemplateResult } from 'lit'
import { todayInVietnam } from '@motcua/core/dates'
import { documentChecklist } from '@motcua/dossier/documents'
import type { FreeTime } from '@motcua/portal-client/appointments'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { dress } from '../../dom/dress.ts'
import { focusById } from '../../dom/focus.ts'
import { notice } from '../../dom/messages.ts'
import { printDeclaration } from '../../dom/print-declaration.ts'
import { withArea, wordsOf } from '../../locales/strings.ts'
import type { Words } from '../../locales/strings.ts'
import { viAppointment } from '../../locales/vi-appointment.ts'
import { viFields } from '../../locales/vi-fields.ts'
import type { AppointmentServices } from '../../services/services.ts'
import type { EformFlow } from '../flow.ts'
import { CHECK_STEP } from '../flow-types.ts'
import type { Opened } from '../flow-types.ts'
import { bookedView, slipView } from './booked-view.ts'
import { Booking } from './booking.ts'
import { chooseView, messageView } from './booking-view.ts'

/** A slip comes to paper alone, and a declaration without it. */
const SLIP = new CSSStyleSheet()
SLIP.replaceSync('.slip { display: none } @media print { .paper.slip { display: none } }')
const SLIP_ALONE = new CSSStyleSheet()
SLIP_ALONE.replaceSync('@media print { .paper:not(.slip) { display: none !important } .paper.slip { display: block !important } }')
const VIETNAMESE = wordsOf('vi', { ...viFields, ...viAppointment })

export interface MountedAppointment {
  speak(words: Words): void
  /** Times are there to choose from, or one is booked: the office is where to go. */
  readonly takesBookings: boolean
}

/** Puts the choosing of a time into a box of the closing page. It draws itself from then on. */
export function mountAppointment(box: HTMLElement, { flow, opened, host, calls, words: spoken }: { flow: EformFlow; opened: Opened; host: HTMLElement; calls: AppointmentServices; words: Words }): MountedAppointment {
  const { shared } = flow.options
  const { procedure } = opened.definition
  // By the answers as they are when it is drawn: whoever goes back may change them.
  const papers = (): RequiredDocument[] => documentChecklist(procedure, opened.form.project(), { on: todayInVietnam(new Date()) }).filter(({ askedFor, reason }) => askedFor || reason === 'present-only').map(({ document }) => document)
  const memory = new ChosenTime(`${procedure.slug}:${opened.commune.code}`)
  let words = spoken
  let takesBookings = false
  const booking: Booking = new Booking({
    calls, commune: opened.commune.code, procedure: procedure.slug, preferredDay: namedDay(opened.form.project()), wanted: memory.take(),
    signedIn: () => opened.services.portal?.session() !== undefined,
    changed: draw,
    focus: (id) => { const root = box.getRootNode(); if (root instanceof ShadowRoot) focusById(root, id) },
    done: (act) => { flow.emit('motcua-appointment', { procedure: procedure.slug, act }) },
  })
  // Choosing a time is no answer of the form.
  for (const type of ['input', 'change']) box.addEventListener(type, (event) => { event.stopPropagation() })
  dress(host.shadowRoot, SLIP)
  draw()
  void booking.open()
  return { speak(next) { words = next; draw() }, get takesBookings() { return takesBookings } }

  function draw(): void {
    render(view(withArea(words, viAppointment)), box)
    const takes = booking.stage === 'choosing' || booking.stage === 'booked' || (takesBookings && booking.stage === 'loading')
    if (takes === takesBookings) return
    takesBookings = takes
    // The page round it says where to file only where nobody is expected at the office.
    flow.options.host.redraw()
  }

  function view(said: Words): TemplateResult | typeof nothing {
    switch (booking.stage) {
      case 'absent': return nothing
      case 'loading': return html`<p class="screen" part="booking" role="status" .textContent=${said('bookLoading')}></p>`
      case 'failed': return html`<div class="screen" part="booking">${messageView(booking, said)}${notice(said('bookLoadFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${said('bookRetry')} @click=${() => { void booking.retry() }}></button></div>`
      case 'choosing': return html`<div class="screen" part="booking">${chooseView(booking, { shared, signIn }, said)}</div>`
      case 'booked': {
        const { appointment } = booking
        const documents = papers()
        return appointment ? html`<div class="screen" part="booking">${bookedView(booking, appointment, { documents, shared, print: () => { printSlip(host) } }, said)}</div>${slipView(appointment, documents, VIETNAMESE)}` : nothing
      }
    }
  }

  /** Signing in leaves the page: the check page is where the draft is taken up again. */
  function signIn(): void {
    memory.keep(booking.times.chosen)
    flow.walk.goTo(CHECK_STEP, { history: false })
    void flow.session.signIn('resume')
  }
}

/** Forms that ask for a day ask by one vocabulary: `appointment.date`. */
function namedDay({ appointment }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof appointment === 'object' && appointment !== null && 'date' in appointment && typeof appointment.date === 'string' ? appointment.date : undefined
}

function printSlip(host: HTMLElement): void {
  const root = host.shadowRoot
  if (!root) return
  dress(root, SLIP_ALONE)
  globalThis.addEventListener('afterprint', () => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== SLIP_ALONE) }, { once: true })
  printDeclaration(host)
}

/** The time somebody chose before they left to sign in: a day and an hour, nobody's name. */
class ChosenTime {
  readonly #key: string
  constructor(id: string) { this.#key = `motcua:appointment:${id}` }

  keep(time: FreeTime | undefined): void { if (time) store()?.setItem(this.#key, `${time.date} ${time.time}`) }

  take(): FreeTime | undefined {
    const [date, time] = store()?.getItem(this.#key)?.split(' ') ?? []
    store()?.removeItem(this.#key)
    return date !== undefined && time !== undefined ? { date, time } : undefined
  }
}

/** Storage may be forbidden by the browser; then the time is chosen again. */
function store(): Storage | undefined {
  try { return globalThis.sessionStorage } catch { return undefined }
}
