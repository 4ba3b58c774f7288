import { addDays, instantInVietnam, todayInVietnam } from '@motcua/core/dates'
import type { Appointment, AppointmentCalls, Board, FreeTime, Slots } from '@motcua/portal-client/appointments'

const COUNTER = { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' } }
const TIMES = ['08:00', '08:30', '09:00']

/** What a gateway refuses with, as the portal client throws it. */
export function refusal(name: string, more: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(name), { problem: { type: `urn:motcua:problem:${name}`, title: 'Không làm được việc này.', status: 409, correlationId: 'c', ...more } })
}

/** An office in memory, at the border of the calls: three times a day, none today. Counts what it was asked. */
export class FixtureAppointments implements AppointmentCalls {
  readonly today = todayInVietnam(new Date())
  readonly tomorrow = addDays(this.today, 1)
  /** Days on which everything is booked. */
  readonly full = new Set<string>([this.today])
  readonly writes: Array<{ call: string; key: string; date?: string; time?: string }> = []
  kept: Appointment[] = []
  /** Thrown by the next write; with `after`, once it is done. */
  fail: { error: unknown; after?: boolean } | undefined
  /** Thrown by every look at the times. */
  failSlots: unknown
  board_: Board = { commune: '30838', date: this.today, calls: [], next: [], waiting: 0 }
  failBoard = false
  boardAsked = 0

  async slots(commune: string, procedure: string, range: { from?: string } = {}): Promise<Slots> {
    if (this.failSlots !== undefined) throw this.failSlots
    const from = range.from ?? this.today
    const days = Array.from({ length: 7 }, (_, index) => this.#day(addDays(from, index)))
    return { commune, procedure, slotMinutes: 30, lastDay: addDays(this.today, 20), days, nextFree: this.#nextFree(from) }
  }

  async book(wish: { commune: string; procedure: string } & FreeTime, options: { idempotencyKey?: string } = {}): Promise<Appointment> {
    const made: Appointment = {
      code: 'K7Q-3MD', ticket: 'H007', commune: wish.commune, procedure: wish.procedure, procedureName: { vi: 'Cấp bản sao trích lục (thử)', en: 'Copy of an extract (test)' },
      ...timed(wish), counter: COUNTER, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', desk: { address: 'Ấp Mỹ Thuận, xã Mỹ Thuận', phone: '0296 000 000', hours: '' }, state: 'booked', allowed: ['move', 'cancel'],
    }
    return this.#write('book', wish, options, () => { this.kept = [made]; return made })
  }

  async mine(): Promise<Appointment[]> { return this.kept }

  async move(code: string, to: FreeTime, options: { idempotencyKey?: string } = {}): Promise<Appointment> {
    return this.#write('move', to, options, () => this.#change(code, timed(to)))
  }

  async cancel(code: string, options: { idempotencyKey?: string } = {}): Promise<Appointment> {
    return this.#write('cancel', undefined, options, () => this.#change(code, { state: 'cancelled', allowed: [] }))
  }

  async board(): Promise<Board> {
    this.boardAsked += 1
    if (this.failBoard) throw new TypeError('network')
    return structuredClone(this.board_)
  }

  #change(code: string, change: Partial<Appointment>): Appointment {
    const known = this.kept.find((one) => one.code === code)
    if (!known) throw refusal('appointment-not-found', { status: 404 })
    const changed = { ...known, ...change }
    this.kept = [changed]
    return changed
  }

  async #write(call: string, wish: FreeTime | undefined, { idempotencyKey = '' }: { idempotencyKey?: string }, work: () => Appointment): Promise<Appointment> {
    this.writes.push({ call, key: idempotencyKey, ...(wish && { date: wish.date, time: wish.time }) })
    const { fail } = this
    this.fail = undefined
    if (fail && !fail.after) throw fail.error
    const made = work()
    if (fail) throw fail.error
    return made
  }

  #day(date: string): Slots['days'][number] {
    if (this.full.has(date)) return { date, times: TIMES.map((time) => ({ time, free: 0 })) }
    return date < this.today ? { date, closed: 'day-off', times: [] } : { date, times: TIMES.map((time) => ({ time, free: 1 })) }
  }

  #nextFree(from: string): FreeTime | null {
    for (let day = from; day <= addDays(this.today, 20); day = addDays(day, 1)) if (!this.full.has(day)) return { date: day, time: '08:00' }
    return null
  }
}

function timed({ date, time }: FreeTime): Pick<Appointment, 'date' | 'time' | 'startsAt' | 'endsAt'> {
  return { date, time, startsAt: instantInVietnam(date, time), endsAt: instantInVietnam(date, `${time.slice(0, 2)}:${time.endsWith('30') ? '59' : '30'}`) }
}
