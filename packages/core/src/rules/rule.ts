import type { JsonValue } from '../json.ts'
import type { WorkingCalendar } from '../calendar.ts'

/** A rule in JSON Logic syntax, evaluated by our own strict evaluator (closed operator list, no eval). */
export type Rule = JsonValue

/**
 * The third truth value: the answers do not (yet) decide the rule. It is a registered symbol, so that two copies of the
 * package agree on it, and it can never come out of JSON.
 */
export const UNKNOWN: unique symbol = /* @__PURE__ */ Symbol.for('@motcua/core/rules/unknown')
export type Unknown = typeof UNKNOWN

/** What a rule evaluates to. */
export type RuleValue = JsonValue | Unknown

/** True for the third truth value. */
export function isUnknown(value: unknown): value is Unknown {
  return value === UNKNOWN
}

/** Why a rule cannot be evaluated as written. */
export const RULE_PROBLEM_CODES = [
  'notARule', 'unknownOperator', 'wrongArity', 'notAPointer', 'notAName', 'compareWithNull', 'wrongType',
  'outOfRange', 'noCalendar', 'outsideCalendar', 'unknownSet', 'tooDeep', 'tooManySteps',
] as const
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number]

/** One thing wrong with a rule, with its place inside the rule. `describeRuleProblem` gives it words. */
export interface RuleProblem {
  /** JSON Pointer into the rule; `""` is the whole rule. */
  pointer: string
  code: RuleProblemCode
  /** What the words need: the operator, a limit. Nothing from the answers. */
  params: Readonly<Record<string, string | number | boolean>>
}

/** What a rule may know beside the answers. Clock, calendar and sets are passed in, so the same rule gives the same result everywhere. */
export interface RuleContext {
  /** Calendar day in Vietnam, `YYYY-MM-DD`. */
  today: string
  /** Needed by `workingDaysBetween` and `onOrNextWorkingDay`. */
  calendar?: WorkingCalendar
  /** Named sets for `inSet`. Own properties only. */
  sets?: Readonly<Record<string, readonly string[] | ReadonlySet<string>>>
  /** The row a rule is evaluated for: `-` in a pointer under `pointer` means this index. */
  row?: { readonly pointer: string; readonly index: number }
  /** Called for every problem met; the value is then {@link UNKNOWN}. */
  onProblem?: (problem: RuleProblem) => void
}
