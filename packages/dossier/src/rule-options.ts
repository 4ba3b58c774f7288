import type { JsonObject } from '@motcua/core/json'
import { evaluateRule, isUnknown, type Rule, type RuleContext, type RuleValue } from '@motcua/core/rules'

/** What the rules of a procedure may know beside the answers. */
export interface RuleOptions extends Pick<RuleContext, 'calendar' | 'sets'> {
  /** Calendar day on which the rules are read, `YYYY-MM-DD`. For an accepted dossier: the day it was submitted. */
  on: string
}

export function valueOf(rule: Rule, answers: JsonObject, { on, calendar, sets }: RuleOptions): RuleValue {
  return evaluateRule(rule, answers, { today: on, ...(calendar ? { calendar } : {}), ...(sets ? { sets } : {}) })
}

/** Whether a condition holds; no condition always holds. Anything but true or false is unknown. */
export function conditionHolds(rule: Rule | undefined, answers: JsonObject, options: RuleOptions): boolean | 'unknown' {
  if (rule === undefined) return true
  const value = valueOf(rule, answers, options)
  return isUnknown(value) || typeof value !== 'boolean' ? 'unknown' : value
}
