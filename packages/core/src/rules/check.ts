import { MAX_RULE_DEPTH } from './evaluate.ts'
import { acceptsArity, isOperatorName } from './operators.ts'
import { isRulePointer } from './pointer.ts'
import { describeRuleProblem } from './problem-words.ts'
import { escapeSegment } from '../json-pointer.ts'
import type { OperatorName } from './operators.ts'
import type { Rule, RuleProblem, RuleProblemCode } from './rule.ts'

/** A problem that was found without answers, in words for the author of the rule. */
export interface RuleMistake extends RuleProblem { message: string }

const NULL_COMPARISONS = new Set(['==', '!=', 'in'])

/**
 * Checks a rule without answers: unknown operators, wrong number of operands, operands that must be pointers or names,
 * comparisons with null (which never decide; use `missing`). An empty list means that the rule can be evaluated; each
 * mistake names its place inside the rule.
 *
 * @example
 * checkRule({ and: [{ log: 1 }] }) // [{ pointer: '/and/0', code: 'unknownOperator', … }]
 */
export function checkRule(rule: Rule): RuleMistake[] {
  const mistakes: RuleMistake[] = []
  visit(rule, '', 0, (pointer, code, params = {}) => { mistakes.push({ pointer, code, params, message: describeRuleProblem({ code, params }) }) })
  return mistakes
}

function visit(rule: Rule, at: string, depth: number, found: (pointer: string, code: RuleProblemCode, params?: RuleProblem['params']) => void): void {
  if (typeof rule !== 'object' || rule === null) return
  if (depth > MAX_RULE_DEPTH) {
    found(at, 'tooDeep', { limit: MAX_RULE_DEPTH })
    return
  }
  if (Array.isArray(rule)) {
    rule.forEach((item, index) => visit(item, `${at}/${index}`, depth + 1, found))
    return
  }
  const keys = Object.keys(rule)
  const [operator] = keys
  if (operator === undefined || keys.length > 1) {
    found(at, 'notARule', { keys: keys.length })
    return
  }
  if (!isOperatorName(operator)) {
    found(at, 'unknownOperator', { operator })
    return
  }
  const place = `${at}/${escapeSegment(operator)}`
  const written = rule[operator]
  const operands = Array.isArray(written) ? written : [written ?? null]
  if (!acceptsArity(operator, operands.length)) found(place, 'wrongArity', { operator, operands: operands.length })
  for (const [index, operand] of operands.entries()) {
    const here = Array.isArray(written) ? `${place}/${index}` : place
    const literal = literalOf(operator, index)
    if (literal === 'pointer' && !isRulePointer(operand)) found(here, 'notAPointer', { operator })
    if (literal === 'name' && typeof operand !== 'string') found(here, 'notAName', { operator })
    if (literal !== undefined) continue
    if (operand === null && NULL_COMPARISONS.has(operator)) found(here, 'compareWithNull', { operator })
    visit(operand, here, depth + 1, found)
  }
}

/** What an operand must be literally, where no rule may stand. */
function literalOf(operator: OperatorName, index: number): 'pointer' | 'name' | undefined {
  if (operator === 'missing' || (operator === 'var' && index === 0)) return 'pointer'
  return operator === 'inSet' && index === 1 ? 'name' : undefined
}
