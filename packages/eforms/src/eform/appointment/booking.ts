import { isCalendarDate, todayInVietnam } from '@motcua/core/dates'
import type { Appointment, FreeTime } from '@motcua/portal-client/appointments'
import type { UiKey } from '../../locales/strings.ts'
import { failureOf } from '../../services/failure.ts'
import type { Failure } from '../../services/failure.ts'
import type { AppointmentServices } from '../../services/services.ts'
import { refusedBooking } from './refused-booking.ts'
import type { BookingMessage } from './refused-booking.ts'
import { TimeChoice } from './time-choice.ts'

export interface BookingOptions {
  calls: AppointmentServices
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

export const HEADING = 'appointment-heading'
export const FIRST_TIME = 'appointment-time-0'
export const MESSAGE = 'appointment-message'

/** One person choosing a time. Draws nothing; whatever goes wrong, what they filled in stays. */
export class Booking {
  /** `absent`: this office takes no bookings for it. */
  stage: 'loading' | 'failed' | 'absent' | 'choosing' | 'booked' = 'loading'
  readonly times: TimeChoice
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

  constructor(options: BookingOptions) {
    const { calls, commune, procedure } = options
    this.#options = options
    this.times = new TimeChoice((range) => calls.slots(commune, procedure, range))
  }

  get signedIn(): boolean { return this.#options.signedIn() }

  /** Shows the appointment that is there, or the times. */
  async open(): Promise<void> {
    const { wanted, preferredDay } = this.#options
    this.moving = false
    if (this.signedIn && await this.#findMine().catch(() => false)) { this.#say({ key: 'bookedBefore', tone: '' }); return }
    const today = todayInVietnam(new Date())
    const from = [wanted?.date, preferredDay].find((day) => isCalendarDate(day) && day > today)
    await this.#load(from, wanted)
  }

  /** What could not be loaded. */
  async retry(): Promise<void> {
    this.stage = 'loading'
    this.message = undefined
    this.#options.changed()
    await this.open()
    this.#options.focus(HEADING)
  }

  /** Another week; the heading says which. */
  async turn(weeks: 1 | -1): Promise<void> {
    if (this.times.slots === undefined || this.busy) return
    this.message = undefined
    await this.#load(this.times.beside(weeks))
    this.#options.focus(HEADING)
  }

  async goToNextFree(): Promise<void> {
    const next = this.times.slots?.nextFree
    if (!next || this.busy) return
    this.message = undefined
    await this.#load(next.date, next)
    this.#options.focus(FIRST_TIME)
  }

  chooseDay(day: string): void {
    this.times.chooseDay(day)
    this.#options.changed()
  }

  chooseTime(time: string): void {
    this.times.time = time
    this.isTimeMissing = false
    this.#options.changed()
  }

  /** Books what is chosen, or moves there. */
  async confirm(): Promise<void> {
    if (this.busy) return
    const { calls, commune, procedure, focus, changed } = this.#options
    const wish = this.times.chosen
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
    void this.#load(this.appointment?.date).then(() => { this.#options.focus(HEADING) })
  }

  keep(): void {
    this.times.abandon()
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
      await this.#load()
    }, { act: 'cancelled', key: 'bookedCancelled' })
  }

  /** From an appointment to another one beside it. */
  another(): void {
    this.appointment = undefined
    this.moving = false
    this.message = undefined
    this.stage = 'loading'
    void this.#load().then(() => { this.#options.focus(HEADING) })
  }

  /** Shows the times of a week, or says why not. */
  async #load(from?: string, select?: FreeTime): Promise<void> {
    this.busy = true
    this.#options.changed()
    try {
      if (!await this.times.load(from, select)) return
      this.stage = 'choosing'
      this.isTimeMissing = false
    } catch (error) {
      if (this.stage === 'choosing') this.message = { key: 'bookLoadFailed', tone: 'bad-notice' }
      else this.stage = failureOf(error).kind === 'problem' && this.times.slots === undefined && this.appointment === undefined ? 'absent' : 'failed'
    }
    this.busy = false
    this.#options.changed()
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
    if (reload) await this.#load(reload.next?.date ?? wish?.date, reload.next)
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
