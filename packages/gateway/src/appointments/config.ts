import { isCalendarDate } from '@motcua/core/dates'
import type { Ending, LocalizedText } from '@motcua/schemas/definition'

/** One counter (quầy) where people are received. */
export interface CounterConfig {
  /** Short and lasting, `1` or `tu-phap`: tickets remember it. */
  id: string
  /** As it stands above the counter: `Quầy 1`. */
  name: LocalizedText
  /** Slugs it serves. @default every procedure that is booked */
  procedures?: string[]
}

/** A stretch of a working day in which people are received. */
export interface OpeningConfig {
  /** First minute, `HH:mm` in Viet Nam. */
  from: string
  /** The end; the last appointment is over by then. */
  to: string
  /** 0 = Sunday … 6 = Saturday. @default every working day of the calendar, make-up Saturdays included */
  weekdays?: number[]
}

/**
 * How a commune receives people by appointment. All of it is the operator's choice, none of it law: no source was found for
 * lengths, numbers or precedence (checked 2026-11).
 */
export interface AppointmentsConfig {
  counters: CounterConfig[]
  openings: OpeningConfig[]
  /** Length of one appointment in minutes, 5 to 240. */
  slotMinutes: number
  /** How many persons one counter receives at the same time. @default 1 */
  placesPerCounter?: number
  /** How many days ahead one may book, 1 to 180; today counts as 0. */
  daysAhead: number
  /** A time may be booked until this many minutes before it begins. @default 0 */
  leadMinutes?: number
  /** Most appointments that one person may have before them. @default 3 */
  openPerPerson?: number
  /** Most appointments that one person may make in 24 hours, those they gave up again included. @default 10 */
  bookingsPerDay?: number
  /** Days off beyond those of the calendar, `YYYY-MM-DD`. */
  closedOn?: string[]
  /** Days on which people are received although the calendar says day off, such as a Saturday of one's own. */
  openOn?: string[]
  /** Groups that are called before others. Who belongs to one is for the officer to see. @default none */
  priorityGroups?: Array<{ id: string; name: LocalizedText }>
  /** How many tickets the display in the waiting room names as next. @default 6 */
  boardNext?: number
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const ID = /^[a-z0-9-]{1,20}$/

/** Minutes since midnight of `HH:mm`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** What is wrong with a commune's appointments, one sentence per mistake. `endings` are the operator's, by slug. */
export function appointmentsFaults(config: AppointmentsConfig, endings: Readonly<Record<string, Ending>>, at: string): string[] {
  const items: string[] = []
  const need = (holds: boolean, item: string): void => { if (!holds) items.push(`${at}.${item}`) }
  const whole = (name: string, value: number | undefined, least: number, most: number): void => {
    need(value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most), `${name}: expected a whole number from ${least} to ${most}, got ${JSON.stringify(value)}`)
  }
  const { counters = [], openings = [] } = config

  need(counters.length > 0, 'counters: expected at least one')
  need(new Set(counters.map(({ id }) => id)).size === counters.length, 'counters: two have the same id')
  for (const { id, name, procedures } of counters) {
    need(ID.test(id), `counters[${id}].id: expected 1 to 20 small letters, digits or hyphens`)
    need(Boolean(name?.vi) && Boolean(name?.en), `counters[${id}].name: expected { vi, en }`)
    for (const slug of procedures ?? []) need(endings[slug] === 'book-and-appear', `counters[${id}].procedures: ${JSON.stringify(slug)} is not booked here; give it the ending book-and-appear or take it out`)
  }

  need(openings.length > 0, 'openings: expected at least one, such as { from: "07:30", to: "11:00" }')
  for (const [index, { from, to, weekdays }] of openings.entries()) {
    const isTime = TIME.test(from) && TIME.test(to)
    need(isTime, `openings[${index}]: expected from and to written HH:mm`)
    if (isTime) need(minutesOf(to) - minutesOf(from) >= config.slotMinutes, `openings[${index}]: ${from}–${to} is shorter than one appointment of ${config.slotMinutes} minutes`)
    need(weekdays === undefined || (weekdays.length > 0 && weekdays.every((day) => Number.isInteger(day) && day >= 0 && day <= 6)), `openings[${index}].weekdays: expected numbers from 0 (Sunday) to 6 (Saturday)`)
    for (const [other, later] of openings.entries()) {
      if (other > index && overlap({ from, to, ...(weekdays && { weekdays }) }, later)) items.push(`${at}.openings[${index}] and openings[${other}] overlap`)
    }
  }

  need(config.slotMinutes !== undefined, 'slotMinutes: missing')
  need(config.daysAhead !== undefined, 'daysAhead: missing')
  whole('slotMinutes', config.slotMinutes, 5, 240)
  whole('placesPerCounter', config.placesPerCounter, 1, 100)
  whole('daysAhead', config.daysAhead, 1, 180)
  whole('leadMinutes', config.leadMinutes, 0, 10_080)
  whole('openPerPerson', config.openPerPerson, 1, 100)
  whole('bookingsPerDay', config.bookingsPerDay, 1, 1000)
  whole('boardNext', config.boardNext, 0, 50)
  for (const [name, days] of Object.entries({ closedOn: config.closedOn, openOn: config.openOn })) {
    for (const day of days ?? []) need(isCalendarDate(day), `${name}: expected days written YYYY-MM-DD, got ${JSON.stringify(day)}`)
  }
  for (const day of config.closedOn ?? []) need(!config.openOn?.includes(day), `openOn: ${day} is closed as well; remove one`)
  const groups = config.priorityGroups ?? []
  need(new Set(groups.map(({ id }) => id)).size === groups.length, 'priorityGroups: two have the same id')
  for (const { id, name } of groups) need(ID.test(id) && Boolean(name?.vi) && Boolean(name?.en), `priorityGroups[${id}]: expected an id of small letters, digits or hyphens and a name { vi, en }`)
  return items
}

function overlap(a: OpeningConfig, b: OpeningConfig): boolean {
  const sameDay = a.weekdays === undefined || b.weekdays === undefined || a.weekdays.some((day) => b.weekdays?.includes(day))
  return sameDay && a.from < b.to && b.from < a.to
}
