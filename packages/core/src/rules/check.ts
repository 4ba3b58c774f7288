import { MAX_RULE_DEPTH } from './evaluate.ts'
import { acceptsArity, isOperatorName, OPERATOR_NAMES, operatorShape } from './operators.ts'
import { escapeToken, isRulePointer } from './pointer.ts'
import type { Rule, RuleProblem } from './rule.ts'

const NULL_COMPARISONS = new Set(['==', '!=', 'in'])

/**
 * Checks a rule without answers: unknown operators, wrong number of operands, operands that must be pointers or names,
 * comparisons with null (which never decide; use `missing`). An empty list means that the rule can be evaluated; each
 * problem names its place inside the rule.
 *
 * @example
 * checkRule({ and: [{ log: 1 }] }) // [{ pointer: '/and/0', code: 'unknownOperator', … }]
 */
export function checkRule(rule: Rule): RuleProblem[] {
  const problems: RuleProblem[] = []
  visit(rule, '', 0, problems)
  return problems
}

function visit(rule: Rule, at: string, depth: number, problems: RuleProblem[]): void {
  if (typeof rule !== 'object' || rule === null) return
  if (depth > MAX_RULE_DEPTH) {
    problems.push({ pointer: at, code: 'tooDeep', message: `A rule may nest ${MAX_RULE_DEPTH} levels`, params: { limit: MAX_RULE_DEPTH } })
    return
  }
  if (Array.isArray(rule)) {
    rule.forEach((item, index) => visit(item, `${at}/${index}`, depth + 1, problems))
    return
  }
  const keys = Object.keys(rule)
  const [name] = keys
  if (name === undefined || keys.length > 1) {
    problems.push({ pointer: at, code: 'notARule', message: `Expected an object with one operator, got ${keys.length} keys`, params: { keys: keys.length } })
    return
  }
  if (!isOperatorName(name)) {
    problems.push({ pointer: at, code: 'unknownOperator', message: `Unknown operator ${JSON.stringify(name)}; known are ${OPERATOR_NAMES.join(', ')}`, params: { operator: name } })
    return
  }
  const place = `${at}/${escapeToken(name)}`
  const written = rule[name]
  const operands = Array.isArray(written) ? written : [written ?? null]
  const operandAt = (index: number) => (Array.isArray(written) ? `${place}/${index}` : place)
  const shape = operatorShape(name)
  if (!acceptsArity(name, operands.length)) {
    const expected = shape.odd === true ? `an odd number of operands, ${shape.min} or more` : shape.min === shape.max ? `${shape.min}` : `${shape.min} to ${shape.max}`
    problems.push({ pointer: place, code: 'wrongArity', message: `${name} takes ${expected} operands, got ${operands.length}`, params: { operator: name, operands: operands.length } })
  }
  operands.forEach((operand, index) => {
    const literal = shape.pointers === true ? 'pointer' : shape.literal?.[index]
    if (literal === 'pointer' && !isRulePointer(operand)) {
      problems.push({ pointer: operandAt(index), code: 'notAPointer', message: 'Expected a JSON Pointer: "", "/a/b", or "#/a/b" from the root', params: { operator: name } })
    } else if (literal === 'name' && typeof operand !== 'string') {
      problems.push({ pointer: operandAt(index), code: 'notAName', message: `${name} expects a name here`, params: { operator: name } })
    } else if (literal === undefined) {
      if (operand === null && NULL_COMPARISONS.has(name)) {
        problems.push({ pointer: operandAt(index), code: 'compareWithNull', message: 'A comparison with null never decides: use missing', params: { operator: name } })
      }
      visit(operand, operandAt(index), depth + 1, problems)
    }
  })
}
