import { addDays, instantInVietnam, todayInVietnam } from '@motcua/core/dates'
import type { EformServices } from '../services/services.ts'
import { fixtureDefinition } from './definition.ts'
import { FixturePortal, fixtureServices, memoryDrafts } from './services.ts'
import type { Appointment, AppointmentCalls, Board, FreeTime, Slots } from '@motcua/portal-client/appointments'

const COUNTER = { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' } }
const TIMES = ['08:00', '08:30', '09:00']

/** What a gateway refuses with, as the portal client throws it. */
export function refusal(name: string, more: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(name), { problem: { type: `urn:motcua:problem:${name}`, title: 'Không làm được việc này.', status: 409, correlationId: 'c', ...more } })
}

/** An office in memory, at the border of the calls: three times a day, none today. Counts what it was asked. */
export class FixtureAppointments implements AppointmentCalls {
  readonly today: string
  readonly tomorrow: string
  /** Days on which everything is booked. */
  readonly full: Set<string>
  readonly writes: Array<{ call: string; key: string; date?: string; time?: string }> = []
  kept: Appointment[] = []
  /** Thrown by the next write; with `after`, once it is done. */
  fail: { error: unknown; after?: boolean } | undefined
  /** Thrown by every look at the times. */
  failSlots: unknown
  board_: Board
  failBoard = false
  boardAsked = 0

  /** `today` is settled where words with dates are compared. */
  constructor({ today = todayInVietnam(new Date()) } = {}) {
    this.today = today
    this.tomorrow = addDays(today, 1)
    this.full = new Set([today])
    this.board_ = { commune: '30838', date: today, calls: [], next: [], waiting: 0 }
  }

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
  const startsAt = instantInVietnam(date, time)
  return { date, time, startsAt, endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString() }
}

/** Services of the fixture procedure where the operator has it end by booking; without `office` the page's own portal knows none. */
export function bookingServices(portal: FixturePortal, office: FixtureAppointments | undefined, drafts = memoryDrafts()): EformServices {
  const definition = fixtureDefinition(({ procedure }) => { procedure.endings = [...procedure.endings, { kind: 'book-and-appear', source: 'Dữ liệu thử', checkedOn: '2026-11-22', confidence: 'CONFIRMED' }] })
  const services = fixtureServices({ portal, drafts, definition })
  return {
    ...services, ...(office && { appointments: office }),
    loadCommune: async (code) => { const commune = await services.loadCommune(code); return commune && { ...commune, endings: { 'fixture-copy': 'book-and-appear' } } },
  }
}
