import { addDays, addYears, ageOn, daysBetween, isCalendarDate, partialDateRange } from '../dates.ts'
import { parsePersonalId, personalIdMatches } from '../identifiers.ts'
import { foldForSearch } from '../text/normalise.ts'
import { UNKNOWN } from './rule.ts'
import type { CalendarAnswer } from '../calendar.ts'
import type { JsonValue } from '../json.ts'
import type { Evaluation } from './evaluate.ts'
import type { RuleValue } from './rule.ts'

/** Operators that know about persons, days and the working calendar. */
const DOMAIN = {
  today: (_values, _at, run) => run.context.today,
  ageOn: ([birth, on], at, run) => {
    const ages = ageRange(birth, on)
    if (ages === null) return run.report(at, 'wrongType', 'ageOn expects a (partial) date of birth and a day', { operator: 'ageOn' })
    return ages.least === ages.most ? ages.least : UNKNOWN
  },
  ageAtLeast: ([birth, on, years], at, run) => {
    const ages = ageRange(birth, on)
    if (ages === null || typeof years !== 'number') {
      return run.report(at, 'wrongType', 'ageAtLeast expects a (partial) date of birth, a day and a number of years', { operator: 'ageAtLeast' })
    }
    if (ages.least >= years) return true
    return ages.most < years ? false : UNKNOWN
  },
  daysBetween: ([from, to], at, run) => (isCalendarDate(from) && isCalendarDate(to)
    ? daysBetween(from, to)
    : run.report(at, 'wrongType', 'daysBetween expects two days', { operator: 'daysBetween' })),
  addDays: ([date, days], at, run) => shift('addDays', addDays, date, days, at, run),
  addYears: ([date, years], at, run) => shift('addYears', addYears, date, years, at, run),
  workingDaysBetween: ([from, to], at, run) => {
    if (!isCalendarDate(from) || !isCalendarDate(to)) return run.report(at, 'wrongType', 'workingDaysBetween expects two days', { operator: 'workingDaysBetween' })
    return fromCalendar(run.context.calendar?.workingDaysBetween(from, to), at, run)
  },
  onOrNextWorkingDay: ([date], at, run) => {
    if (!isCalendarDate(date)) return run.report(at, 'wrongType', 'onOrNextWorkingDay expects a day', { operator: 'onOrNextWorkingDay' })
    return fromCalendar(run.context.calendar?.onOrNextWorkingDay(date), at, run)
  },
  inSet: ([value, name], at, run) => {
    if (typeof name !== 'string') return run.report(at, 'notAName', 'inSet expects the name of a set', { operator: 'inSet' })
    if (typeof value !== 'string') return run.report(at, 'wrongType', 'inSet expects a text', { operator: 'inSet' })
    const sets = run.context.sets
    const members = sets !== undefined && Object.hasOwn(sets, name) ? sets[name] : undefined
    if (members === undefined) return run.report(at, 'unknownSet', `No set named ${JSON.stringify(name)} was given`, { set: name })
    return 'has' in members ? members.has(value) : members.includes(value)
  },
  samePerson: ([a, b], at, run) => {
    const [left, right] = [personalIdOf(a), personalIdOf(b)]
    if (left === null || right === null) return run.report(at, 'wrongType', 'samePerson expects two personal identification numbers, or objects that hold one', { operator: 'samePerson' })
    if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
    return left === right
  },
  sameName: ([a, b], at, run) => (typeof a === 'string' && typeof b === 'string'
    ? foldForSearch(a) === foldForSearch(b)
    : run.report(at, 'wrongType', 'sameName expects two names', { operator: 'sameName' })),
  // First words are compared: compound surnames (Tôn Nữ, Âu Dương) begin alike too.
  sameSurname: ([a, b], at, run) => (typeof a === 'string' && typeof b === 'string'
    ? firstWord(a) === firstWord(b)
    : run.report(at, 'wrongType', 'sameSurname expects two names', { operator: 'sameSurname' })),
  personalIdMatches: ([personalId, birthDate, sex], at, run) => {
    const known = typeof personalId === 'string' && typeof birthDate === 'string' && (sex === undefined || sex === 'male' || sex === 'female')
    if (!known) return run.report(at, 'wrongType', 'personalIdMatches expects a number, a date of birth and male or female', { operator: 'personalIdMatches' })
    return personalIdMatches(personalId, { birthDate, sex }) ?? run.report(at, 'wrongType', 'personalIdMatches expects 12 digits and a (partial) date of birth', { operator: 'personalIdMatches' })
  },
} as const satisfies Record<string, (values: readonly JsonValue[], at: string, run: Evaluation) => RuleValue>

type DomainOperator = keyof typeof DOMAIN

/** True for an operator of this file. */
export function isDomainOperator(name: string): name is DomainOperator {
  return Object.hasOwn(DOMAIN, name)
}

/** Applies a domain operator to operands that are all known. */
export function evaluateDomain(name: DomainOperator, values: readonly JsonValue[], at: string, run: Evaluation): RuleValue {
  return DOMAIN[name](values, at, run)
}

function firstWord(name: string): string | undefined {
  return foldForSearch(name).split(' ')[0]
}

/** Youngest and oldest age a partial date of birth allows. */
function ageRange(birth: JsonValue | undefined, on: JsonValue | undefined): { least: number; most: number } | null {
  if (typeof birth !== 'string' || !isCalendarDate(on)) return null
  const range = partialDateRange(birth)
  return range === null ? null : { least: ageOn(range.last, on), most: ageOn(range.first, on) }
}

function shift(operator: 'addDays' | 'addYears', add: (date: string, by: number) => string, date: JsonValue | undefined, by: JsonValue | undefined, at: string, run: Evaluation): RuleValue {
  if (!isCalendarDate(date) || typeof by !== 'number' || !Number.isSafeInteger(by)) {
    return run.report(at, 'wrongType', `${operator} expects a day and a whole number`, { operator })
  }
  try {
    return add(date, by)
  } catch {
    return run.report(at, 'outOfRange', `${operator} leaves the years 1 to 9999`, { operator })
  }
}

function fromCalendar<T extends JsonValue>(answer: CalendarAnswer<T> | undefined, at: string, run: Evaluation): RuleValue {
  if (answer === undefined) return run.report(at, 'noCalendar', 'The rule needs a working calendar and none was given')
  if (answer.success) return answer.value
  return run.report(at, 'outsideCalendar', `The working calendar is known from ${answer.error.knownFrom} through ${answer.error.knownThrough}`)
}

/** The number itself, or own `personalId`/`pid` of an object: unknown when absent, null when it is something else. */
function personalIdOf(value: JsonValue | undefined): string | typeof UNKNOWN | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const held = Object.hasOwn(value, 'personalId') ? value.personalId : Object.hasOwn(value, 'pid') ? value.pid : undefined
    return held === undefined || held === null || held === '' ? UNKNOWN : personalIdOf(typeof held === 'object' ? null : held)
  }
  if (typeof value !== 'string') return null
  const parsed = parsePersonalId(value)
  return parsed.success ? parsed.value.personalId : null
}
