import { addDays, todayInVietnam } from '@motcua/core/dates'
import type { FreeTime, Slots } from '@motcua/portal-client/appointments'

const WEEK = 7

/** The times of one week, and which of them is chosen. */
export class TimeChoice {
  slots: Slots | undefined
  day: string | undefined
  time: string | undefined
  readonly #ask: (range: { from?: string; to?: string }) => Promise<Slots>
  /** Counts what was asked for: times that come late are of no use. */
  #asked = 0

  constructor(ask: (range: { from?: string; to?: string }) => Promise<Slots>) { this.#ask = ask }

  get chosen(): FreeTime | undefined { return this.day !== undefined && this.time !== undefined ? { date: this.day, time: this.time } : undefined }

  /** Free times of the day that is chosen. */
  get free(): Slots['days'][number]['times'] {
    return this.slots?.days.find(({ date }) => date === this.day)?.times.filter(({ free }) => free > 0) ?? []
  }

  /** Nothing lies before the week that is shown. */
  get isFirstWeek(): boolean { return (this.slots?.days[0]?.date ?? '') <= todayInVietnam(new Date()) }

  /** First day of the week after, or before; `undefined` for this one, which begins today. */
  beside(weeks: 1 | -1): string | undefined {
    const first = this.slots?.days[0]?.date
    const from = first === undefined ? '' : addDays(first, weeks * WEEK)
    return from > todayInVietnam(new Date()) ? from : undefined
  }

  /**
   * Loads a week, from today without `from`, and chooses its first free day, or what is to be selected. False when it is wanted
   * no more; rejects when what is still wanted could not be had.
   */
  async load(from?: string, select?: FreeTime): Promise<boolean> {
    const asked = ++this.#asked
    const isLate = (): boolean => asked !== this.#asked
    try {
      const slots = await this.#ask(from === undefined ? {} : { from, to: addDays(from, WEEK - 1) })
      if (isLate()) return false
      this.slots = slots
    } catch (error) {
      if (isLate()) return false
      throw error
    }
    const free = this.slots.days.filter(({ times }) => times.some((slot) => slot.free > 0))
    this.day = (free.find(({ date }) => date === select?.date) ?? free[0])?.date
    this.time = this.free.find(({ time }) => this.day === select?.date && time === select?.time)?.time
    return true
  }

  /** What is on the way is wanted no more. */
  abandon(): void { this.#asked += 1 }

  chooseDay(day: string): void {
    this.day = day
    this.time = undefined
  }
}
