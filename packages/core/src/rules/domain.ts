import { addDays, addYears, ageOn, daysBetween, isCalendarDate, partialDateRange } from '../dates.ts'
import { isJsonObject } from '../json.ts'
import { personalIdMatches, personalIdParts } from '../identifiers/personal-id-parts.ts'
import { foldForSearch } from '../text/normalise.ts'
import { fail } from './call.ts'
import { UNKNOWN } from './rule.ts'
import type { CalendarAnswer } from '../calendar.ts'
import type { JsonValue } from '../json.ts'
import type { Call } from './call.ts'
import type { RuleValue, Unknown } from './rule.ts'
import type { StrictOperator } from './strict.ts'

/** Operators that know about persons, days and the working calendar. */
export const DOMAIN = {
  today: (_values, { run }) => run.context.today,
  ageOn: ([birth, on]) => {
    const ages = ageRange(birth, on)
    return ages && (ages.least === ages.most ? ages.least : UNKNOWN)
  },
  ageAtLeast: ([birth, on, years]) => {
    const ages = ageRange(birth, on)
    if (!ages || typeof years !== 'number') return undefined
    return ages.least >= years || (ages.most < years ? false : UNKNOWN)
  },
  daysBetween: onDays((from, to) => daysBetween(from, to)),
  addDays: ([date, days], call) => shift(addDays, date, days, call),
  addYears: ([date, years], call) => shift(addYears, date, years, call),
  workingDaysBetween: onDays((from, to, call) => fromCalendar(call.run.context.calendar?.workingDaysBetween(from, to), call)),
  onOrNextWorkingDay: onDays((date, _, call) => fromCalendar(call.run.context.calendar?.onOrNextWorkingDay(date), call)),
  inSet: ([value], call) => {
    const { sets } = call.run.context
    const name = call.operands[1]
    if (typeof name !== 'string') return fail(call, 'notAName')
    if (typeof value !== 'string') return undefined
    const members = sets !== undefined && Object.hasOwn(sets, name) ? sets[name] : undefined
    if (members === undefined) return fail(call, 'unknownSet', { set: name })
    return 'has' in members ? members.has(value) : members.includes(value)
  },
  samePerson: (values) => {
    const [a, b] = values.map(personalIdOf)
    if (a === undefined || b === undefined) return undefined
    return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : a === b
  },
  sameName: onNames((a, b) => a === b),
  // First words are compared: compound surnames (Tôn Nữ, Âu Dương) begin alike too.
  sameSurname: onNames((a, b) => a.split(' ')[0] === b.split(' ')[0]),
  personalIdMatches: ([personalId, birthDate, sex]) => (
    typeof personalId === 'string' && typeof birthDate === 'string' && (sex === undefined || sex === 'male' || sex === 'female')
      ? personalIdMatches(personalId, { birthDate, sex }) ?? undefined
      : undefined),
} satisfies Record<string, StrictOperator>

/** An operator of one or two days. */
function onDays(apply: (first: string, second: string, call: Call) => RuleValue): StrictOperator {
  return (days, call) => {
    const [first = '', second = ''] = days.filter(isCalendarDate)
    return days.every(isCalendarDate) ? apply(first, second, call) : undefined
  }
}

/** An operator of two names, whatever their spelling. */
function onNames(apply: (a: string, b: string) => boolean): StrictOperator {
  return ([a, b]) => (typeof a === 'string' && typeof b === 'string' ? apply(foldForSearch(a), foldForSearch(b)) : undefined)
}

/** Youngest and oldest age a partial date of birth allows. */
function ageRange(birth: JsonValue | undefined, on: JsonValue | undefined): { least: number; most: number } | undefined {
  const range = partialDateRange(birth)
  return range !== null && isCalendarDate(on) ? { least: ageOn(range.last, on), most: ageOn(range.first, on) } : undefined
}

function shift(add: (date: string, by: number) => string, date: JsonValue | undefined, by: JsonValue | undefined, call: Call): RuleValue | undefined {
  if (!isCalendarDate(date) || !Number.isSafeInteger(by)) return undefined
  try {
    return add(date, Number(by))
  } catch {
    return fail(call, 'outOfRange')
  }
}

function fromCalendar<T extends JsonValue>(answer: CalendarAnswer<T> | undefined, call: Call): RuleValue {
  if (answer === undefined) return fail(call, 'noCalendar')
  if (answer.success) return answer.value
  const { knownFrom, knownThrough } = answer.error
  return fail(call, 'outsideCalendar', { knownFrom, knownThrough })
}

/** The number itself, or own `personalId`/`pid` of an object: unknown when absent, `undefined` when it is something else. */
function personalIdOf(value: JsonValue): string | Unknown | undefined {
  if (isJsonObject(value)) {
    const held = Object.hasOwn(value, 'personalId') ? value.personalId : Object.hasOwn(value, 'pid') ? value.pid : undefined
    return held === undefined || held === null || held === '' ? UNKNOWN : typeof held === 'object' ? undefined : personalIdOf(held)
  }
  return typeof value === 'string' && personalIdParts(value) ? value : undefined
}
