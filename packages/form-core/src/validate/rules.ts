import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { CrossFieldRule, FormSource } from '@motcua/schemas/definition'
import { foundIssue } from '../issue.ts'
import { answersFromPayload, plainReader } from '../model/answers.ts'
import { modelOf } from '../model/model.ts'
import type { FieldNode } from '../model/model.ts'
import { effectiveValue, repeatPointer, ruleHolds, ruleValue, withheldOptions, withRow } from '../model/reader.ts'
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
 * answers are missing is unknown and never fails; one about a question that is hidden says nothing. Rules inside rows are
 * checked for every row.
 *
 * @example checkRules(definition, payload) // [{ pointer: '/mother/birthDate', code: 'mother-older-than-child', source: 'rule', … }]
 */
export function checkRules(definition: FormSource, payload: JsonObject, options: CheckRulesOptions = {}): Issue[] {
  const model = modelOf(definition)
  let rows = -1
  // Keys that are not row indexes, so that the two are never mixed up.
  const answers = answersFromPayload(model, payload, () => `r${++rows}`)
  const reader = plainReader(model, answers, ruleContext(definition, options))
  const broken = definition.rules.flatMap(rule => {
    const repeat = repeatPointer(rule.pointer)
    const about = model.fields.get(rule.pointer) ?? model.repeats.get(rule.pointer)
    const check = (row: string | undefined, pointer: string): Issue | [] => (reader.shows(about?.scope, row) && brokenRule(reader, rule, row, pointer)) || []
    if (repeat === undefined) return check(undefined, rule.pointer)
    return reader.rows(repeat).flatMap((row, index) => check(row, `${repeat}/${index}${rule.pointer.slice(repeat.length + 2)}`))
  })
  return [...broken, ...withheldChoices(reader)]
}

/** Whether the answer is an option that the other answers do not let be chosen. */
export function isWithheld(reader: Reader, node: FieldNode, row: string | undefined, value: JsonValue | undefined): boolean {
  return node.definition.optionsWhen !== undefined && value !== undefined && withheldOptions(reader, node, row).some(option => (Array.isArray(value) ? value.includes(option) : value === option))
}

/** An answer that its schema takes and the other answers do not. */
export function ruleIssue(pointer: string, code: string): Issue {
  return foundIssue(pointer, code, { source: 'rule' })
}

function withheldChoices(reader: Reader): Issue[] {
  return [...reader.model.fields.values()].filter(({ definition }) => definition.optionsWhen).flatMap(node => {
    const keys = node.repeat && reader.shows(node.repeat.scope, undefined) ? reader.rows(node.repeat.pattern) : []
    return (node.repeat ? keys : [undefined]).flatMap((row, index) =>
      isWithheld(reader, node, row, effectiveValue(reader, node, row)) ? ruleIssue(withRow(node.pattern, node.repeat, row === undefined ? row : String(index)), 'optionNotOffered') : [])
  })
}

/** The issue of one rule, for one row; `undefined` while it holds, does not apply, or is unknown. */
export function brokenRule(reader: Reader, rule: CrossFieldRule, row: string | undefined, pointer: string): Issue | undefined {
  if (rule.when !== undefined && !ruleHolds(reader, rule.when, row)) return undefined
  if (ruleValue(reader, rule.assert, row) !== false) return undefined
  return foundIssue(pointer, rule.id, { source: 'rule', severity: rule.severity })
}
