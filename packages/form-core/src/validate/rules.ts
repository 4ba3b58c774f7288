import type { Issue } from '@motcua/core/issue'
import type { JsonObject } from '@motcua/core/json'
import type { CrossFieldRule, FormDefinition } from '@motcua/schemas/definition'
import { answersFromPayload, plainReader } from '../model/answers.ts'
import { modelOf } from '../model/model.ts'
import { repeatPointer, ruleValue } from '../model/reader.ts'
import type { Reader } from '../model/reader.ts'
import { ruleContext } from '../rule-context.ts'
import type { RuleKnowledge } from '../rule-context.ts'

export interface CheckRulesOptions {
  /** Clock for rules that compare with today. @default () => new Date() */
  now?: () => Date
  rules?: RuleKnowledge
}

/**
 * Checks the cross-field rules of a definition over a payload, in the browser and on the server alike. A rule whose
 * answers are missing is unknown and never fails. Rules inside rows are checked for every row.
 *
 * @example checkRules(definition, payload) // [{ pointer: '/mother/birthDate', code: 'mother-older-than-child', source: 'rule', … }]
 */
export function checkRules(definition: FormDefinition, payload: JsonObject, options: CheckRulesOptions = {}): Issue[] {
  const model = modelOf(definition)
  let rows = -1
  // Keys that are not row indexes, so that the two are never mixed up.
  const answers = answersFromPayload(model, payload, () => `r${++rows}`)
  const reader = plainReader(model, answers, ruleContext(definition, options))
  return definition.rules.flatMap(rule => {
    const repeat = repeatPointer(rule.pointer)
    if (repeat === undefined) return brokenRule(reader, rule, undefined, rule.pointer) ?? []
    return reader.rows(repeat).flatMap((row, index) =>
      brokenRule(reader, rule, row, `${repeat}/${index}${rule.pointer.slice(repeat.length + 2)}`) ?? [])
  })
}

/** The issue of one rule, for one row; `undefined` while it holds, does not apply, or is unknown. */
export function brokenRule(reader: Reader, rule: CrossFieldRule, row: string | undefined, pointer: string): Issue | undefined {
  const repeat = repeatPointer(rule.pointer)
  if (rule.when !== undefined && ruleValue(reader, rule.when, repeat, row) !== true) return undefined
  if (ruleValue(reader, rule.assert, repeat, row) !== false) return undefined
  return { pointer, code: rule.id, params: {}, source: 'rule', severity: rule.severity, clears: 'revalidate' }
}
