import { addDays, isCalendarDate, todayInVietnam } from '@motcua/core/dates'
import type { Appointment, AppointmentCalls, FreeTime, Slots } from '@motcua/portal-client/appointments'
import type { UiKey } from '../../locales/strings.ts'
import { refusedBooking } from './refused-booking.ts'
import type { BookingMessage } from './refused-booking.ts'
import { failureOf } from '../../services/failure.ts'
import type { Failure } from '../../services/failure.ts'

export interface BookingOptions {
  calls: AppointmentCalls
  commune: string
  /** Slug. */
  procedure: string
  /** Day that the person has named in the form. */
  preferredDay?: string | undefined
  /** What they had chosen before they left to sign in. */
  wanted?: FreeTime | undefined
  signedIn(): boolean
  changed(): void
  /** Moves focus once the next drawing is done. */
  focus(id: string): void
  /** Tells the page. */
  done(act: BookingAct): void
}
export type BookingAct = 'booked' | 'moved' | 'cancelled'

const WEEK = 7
export const HEADING = 'appointment-heading'
export const FIRST_TIME = 'appointment-time-0'
export const MESSAGE = 'appointment-message'

/** One person choosing a time. Draws nothing; whatever goes wrong, what they filled in stays. */
export class Booking {
  /** `absent`: this office takes no bookings for it. */
  stage: 'loading' | 'failed' | 'absent' | 'choosing' | 'booked' = 'loading'
  slots: Slots | undefined
  day: string | undefined
  time: string | undefined
  appointment: Appointment | undefined
  /** Another time for the appointment that is there. */
  moving = false
  cancelling = false
  /** Asked to book without a time. */
  isTimeMissing = false
  busy = false
  message: BookingMessage | undefined
  readonly #options: BookingOptions
  /** An answer was lost: the appointment may be there. */
  #isUnsure = false
  /** The same wish has the same key until it is answered, so that it is never granted twice. */
  readonly #keys = new Map<string, string>()
  /** Counts what was asked for: times that come late are of no use. */
  #asked = 0

  constructor(options: BookingOptions) { this.#options = options }

  get signedIn(): boolean { return this.#options.signedIn() }
  /** What is chosen. */
  get chosen(): FreeTime | undefined { return this.day !== undefined && this.time !== undefined ? { date: this.day, time: this.time } : undefined }

  /** Shows the appointment that is there, or the times. */
  async open(): Promise<void> {
    const { wanted, preferredDay } = this.#options
    this.moving = false
    if (this.signedIn && await this.#findMine().catch(() => false)) { this.#say({ key: 'bookedBefore', tone: '' }); return }
    const today = todayInVietnam(new Date())
    const from = [wanted?.date, preferredDay].find((day) => isCalendarDate(day) && day > today)
    await this.load(from, wanted)
  }

  /** What could not be loaded. */
  async retry(): Promise<void> {
    this.stage = 'loading'
    this.message = undefined
    this.#options.changed()
    await this.open()
    this.#options.focus(HEADING)
  }

  /** Loads a week; without `from` it begins today. */
  async load(from?: string, select?: FreeTime): Promise<void> {
    const { calls, commune, procedure, changed } = this.#options
    const asked = ++this.#asked
    this.busy = true
    changed()
    try {
      const slots = await calls.slots(commune, procedure, from === undefined ? {} : { from, to: addDays(from, WEEK - 1) })
      if (asked !== this.#asked) return
      this.slots = slots
      this.stage = 'choosing'
      this.isTimeMissing = false
      const free = this.slots.days.filter(({ times }) => times.some((slot) => slot.free > 0))
      this.day = (free.find(({ date }) => date === select?.date) ?? free[0])?.date
      this.time = this.freeTimes.find(({ time }) => this.day === select?.date && time === select?.time)?.time
    } catch (error) {
      if (asked !== this.#asked) return
      if (this.stage === 'choosing') this.message = { key: 'bookLoadFailed', tone: 'bad-notice' }
      else this.stage = failureOf(error).kind === 'problem' && this.slots === undefined && this.appointment === undefined ? 'absent' : 'failed'
    }
    this.busy = false
    changed()
  }

  /** Free times of the day that is chosen. */
  get freeTimes(): Slots['days'][number]['times'] {
    return this.slots?.days.find(({ date }) => date === this.day)?.times.filter(({ free }) => free > 0) ?? []
  }

  /** Nothing lies before the week that is shown. */
  get isFirstWeek(): boolean { return (this.slots?.days[0]?.date ?? '') <= todayInVietnam(new Date()) }

  /** Another week; the heading says which. */
  async turn(weeks: 1 | -1): Promise<void> {
    const first = this.slots?.days[0]?.date
    if (first === undefined || this.busy) return
    const today = todayInVietnam(new Date())
    const from = addDays(first, weeks * WEEK)
    this.message = undefined
    await this.load(from > today ? from : undefined)
    this.#options.focus(HEADING)
  }

  async goToNextFree(): Promise<void> {
    const next = this.slots?.nextFree
    if (!next || this.busy) return
    this.message = undefined
    await this.load(next.date, next)
    this.#options.focus(FIRST_TIME)
  }

  chooseDay(day: string): void {
    this.day = day
    this.time = undefined
    this.#options.changed()
  }

  chooseTime(time: string): void {
    this.time = time
    this.isTimeMissing = false
    this.#options.changed()
  }

  /** Books what is chosen, or moves there. */
  async confirm(): Promise<void> {
    if (this.busy) return
    const { calls, commune, procedure, focus, changed } = this.#options
    const wish = this.chosen
    if (!wish) {
      this.isTimeMissing = true
      changed()
      focus(FIRST_TIME)
      return
    }
    const { appointment } = this
    const act: BookingAct = this.moving ? 'moved' : 'booked'
    await this.#write(`${this.moving ? appointment?.code : ''} ${wish.date} ${wish.time}`, async (idempotencyKey) => {
      // Lost on the way, the first wish may have been granted.
      if (this.#isUnsure && !this.moving && await this.#findMine()) return
      this.appointment = this.moving && appointment ? await calls.move(appointment.code, wish, { idempotencyKey }) : await calls.book({ commune, procedure, ...wish }, { idempotencyKey })
      this.stage = 'booked'
      this.moving = false
    }, { act, key: act === 'moved' ? 'bookedMoved' : 'bookedDone', wish })
  }

  move(): void {
    this.moving = true
    this.stage = 'loading'
    this.message = undefined
    void this.load(this.appointment?.date).then(() => { this.#options.focus(HEADING) })
  }

  keep(): void {
    this.#asked += 1
    this.moving = this.busy = false
    this.stage = 'booked'
    this.message = undefined
    this.#options.changed()
    this.#options.focus(HEADING)
  }

  askCancel(asking: boolean): void {
    this.cancelling = asking
    this.message = undefined
    this.#options.changed()
    this.#options.focus(asking ? 'appointment-cancel' : HEADING)
  }

  async cancel(): Promise<void> {
    const { appointment } = this
    if (!appointment || this.busy) return
    await this.#write(`${appointment.code} cancel`, async (idempotencyKey) => {
      await this.#options.calls.cancel(appointment.code, { idempotencyKey })
      this.appointment = undefined
      this.cancelling = false
      await this.load()
    }, { act: 'cancelled', key: 'bookedCancelled' })
  }

  /** From an appointment to another one beside it. */
  another(): void {
    this.appointment = undefined
    this.moving = false
    this.message = undefined
    this.stage = 'loading'
    void this.load().then(() => { this.#options.focus(HEADING) })
  }

  async #write(wish: string, work: (idempotencyKey: string) => Promise<void>, { act, key, wish: time }: { act: BookingAct; key: UiKey; wish?: FreeTime }): Promise<void> {
    const idempotencyKey = this.#keys.get(wish) ?? crypto.randomUUID()
    this.#keys.set(wish, idempotencyKey)
    this.busy = true
    this.message = undefined
    this.#options.changed()
    try {
      await work(idempotencyKey)
      this.#keys.clear()
      this.#isUnsure = false
      this.busy = false
      this.#say({ key, tone: '' })
      this.#options.focus(HEADING)
      this.#options.done(act)
    } catch (error) {
      this.busy = false
      await this.#refused(failureOf(error), time)
    }
  }

  async #refused(failure: Failure, wish: FreeTime | undefined): Promise<void> {
    const { message, reload, isUnsure } = refusedBooking(failure, wish)
    this.#isUnsure ||= isUnsure === true
    if (reload) await this.load(reload.next?.date ?? wish?.date, reload.next)
    this.#say(message)
    this.#options.focus(MESSAGE)
  }

  /** An appointment of this person for this procedure here that is still to come. */
  async #findMine(): Promise<boolean> {
    const { calls, commune, procedure } = this.#options
    const found = (await calls.mine()).filter((one) => one.commune === commune && one.procedure === procedure && one.allowed.includes('cancel')).at(-1)
    if (found) {
      this.appointment = found
      this.stage = 'booked'
    }
    return found !== undefined
  }

  #say(message: BookingMessage): void {
    this.message = message
    this.#options.changed()
  }
}
