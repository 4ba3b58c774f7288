import { jsonEquals, isBefore } from './compare.ts'
import { evaluateDomain, isDomainOperator } from './domain.ts'
import { acceptsArity, isOperatorName, operatorShape } from './operators.ts'
import { escapeToken, isRulePointer, readPointer } from './pointer.ts'
import { UNKNOWN } from './rule.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { OperatorName } from './operators.ts'
import type { Rule, RuleContext, RuleProblemCode, RuleValue, Unknown } from './rule.ts'

/** Deepest nesting of a rule. */
export const MAX_RULE_DEPTH = 64
/** Most evaluation steps of one rule, rows of some/all/none included. */
export const MAX_RULE_STEPS = 20_000

/** State of one evaluation. */
export interface Evaluation {
  readonly root: JsonValue
  readonly context: RuleContext
  steps: number
  report(pointer: string, code: RuleProblemCode, message: string, params?: Record<string, string | number | boolean>): Unknown
}

interface Frame { scope: JsonValue; depth: number; nested: boolean }

/**
 * Evaluates a rule over the answers. A missing answer, an operand of another type, a mistake in the rule or an exceeded
 * limit gives {@link UNKNOWN}, never `true` and never an exception; compare the result with `=== true` or `=== false`.
 * `and` and `or` follow Kleene: `false and unknown` is false, `true or unknown` is true, whatever their order.
 *
 * @example
 * evaluateRule({ '*': [8000, { var: '/copies/count' }] }, { copies: { count: 2 } }, { today: '2026-11-21' }) // 16000
 * evaluateRule({ '<': [{ ageOn: [{ var: '/birthDate' }, { today: [] }] }, 18] }, {}, { today: '2026-11-21' }) // UNKNOWN
 */
export function evaluateRule(rule: Rule, data: JsonValue, context: RuleContext): RuleValue {
  const evaluation: Evaluation = {
    root: data,
    context,
    steps: 0,
    report(pointer, code, message, params = {}) {
      context.onProblem?.({ pointer, code, message, params })
      return UNKNOWN
    },
  }
  return evaluate(rule, '', { scope: data, depth: 0, nested: false }, evaluation)
}

function evaluate(rule: Rule, at: string, frame: Frame, run: Evaluation): RuleValue {
  run.steps += 1
  if (run.steps > MAX_RULE_STEPS) return run.report(at, 'tooManySteps', `A rule may take ${MAX_RULE_STEPS} steps`)
  if (frame.depth > MAX_RULE_DEPTH) return run.report(at, 'tooDeep', `A rule may nest ${MAX_RULE_DEPTH} levels`)
  if (typeof rule !== 'object' || rule === null) return rule
  const inner = { ...frame, depth: frame.depth + 1 }
  if (Array.isArray(rule)) {
    const items = rule.map((item, index) => evaluate(item, `${at}/${index}`, inner, run))
    return allKnown(items) ? items : UNKNOWN
  }
  const [name, ...others] = Object.keys(rule)
  if (name === undefined || others.length > 0) {
    return run.report(at, 'notARule', `Expected an object with one operator, got ${others.length === 0 && name === undefined ? 'none' : others.length + 1} keys`)
  }
  if (!isOperatorName(name)) return run.report(at, 'unknownOperator', `Unknown operator ${JSON.stringify(name)}`, { operator: name })
  const place = `${at}/${escapeToken(name)}`
  const operands = operandsOf(rule, name)
  if (!acceptsArity(name, operands.length)) {
    return run.report(place, 'wrongArity', `${name} does not take ${operands.length} operands`, { operator: name, operands: operands.length })
  }
  // A lone operand may be written without its array; then it has no index in the rule.
  const operandAt = (index: number) => (Array.isArray(rule[name]) ? `${place}/${index}` : place)
  const operand = (index: number) => {
    const value = operands[index]
    return value === undefined ? UNKNOWN : evaluate(value, operandAt(index), inner, run)
  }
  return apply(name, { operands, operand, operandAt, place, frame: inner, run })
}

interface Call {
  operands: readonly Rule[]
  operand: (index: number) => RuleValue
  operandAt: (index: number) => string
  place: string
  frame: Frame
  run: Evaluation
}

function apply(name: OperatorName, call: Call): RuleValue {
  switch (name) {
    case 'var': return readVariable(call)
    case 'missing': return call.operands.some((_, index) => readAnswer(index, call) === undefined)
    case 'and': return kleene(call, false)
    case 'or': return kleene(call, true)
    case '!': return negate(truth(call.operand(0), call.operandAt(0), call.run))
    case 'if': return choose(call)
    case 'in': return contains(call)
    case 'some': return overItems(call, true)
    case 'all': return overItems(call, false)
    case 'none': return negate(overItems(call, true))
    case 'count': return countItems(call)
    case 'sum': return sumItems(call)
    default: return strict(name, call)
  }
}

/** Operators that need every operand. */
function strict(name: OperatorName, call: Call): RuleValue {
  const literal = operatorShape(name).literal ?? {}
  const values = call.operands.map((rule, index) => (literal[index] === undefined ? call.operand(index) : rule))
  if (!allKnown(values)) return UNKNOWN
  const [a = null, b = null] = values
  const wrongType = (expected: string): Unknown => call.run.report(call.place, 'wrongType', `${name} expects ${expected}`, { operator: name })
  switch (name) {
    case '==': return jsonEquals(a, b)
    case '!=': return negate(jsonEquals(a, b))
    case '<': case '<=': case '>': case '>=': return inOrder(name, values) ?? wrongType('two numbers or two dates')
    case '+': case '-': case '*': case 'min': case 'max': return calculate(name, values, call)
    case 'cat':
      return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values.join('') : wrongType('text and numbers')
    case 'length':
      if (Array.isArray(a)) return a.length
      return typeof a === 'string' ? [...a].length : wrongType('a list or a text')
    default:
      return isDomainOperator(name) ? evaluateDomain(name, values, call.place, call.run) : UNKNOWN
  }
}

function readVariable(call: Call): RuleValue {
  const value = readAnswer(0, call)
  if (value !== undefined) return value
  return call.operands.length > 1 ? call.operand(1) : UNKNOWN
}

/** The answer at a pointer operand; absent, null and empty text all mean "not answered". */
function readAnswer(index: number, { operands, operandAt, frame, run }: Call): JsonValue | undefined {
  const pointer = operands[index]
  if (!isRulePointer(pointer)) {
    run.report(operandAt(index), 'notAPointer', 'Expected a JSON Pointer: "", "/a/b", or "#/a/b" from the root')
    return undefined
  }
  run.steps += 1
  const fromRoot = pointer.startsWith('#')
  const value = readPointer(fromRoot ? run.root : frame.scope, fromRoot ? pointer.slice(1) : pointer, fromRoot || !frame.nested ? run.context.row : undefined)
  return value === null || value === '' ? undefined : value
}

function kleene(call: Call, decisive: boolean): boolean | Unknown {
  let result: boolean | Unknown = !decisive
  for (let index = 0; index < call.operands.length; index += 1) {
    const value = truth(call.operand(index), call.operandAt(index), call.run)
    if (value === decisive) return decisive
    if (value === UNKNOWN) result = UNKNOWN
  }
  return result
}

function choose(call: Call): RuleValue {
  const last = call.operands.length - 1
  for (let index = 0; index < last; index += 2) {
    const condition = truth(call.operand(index), call.operandAt(index), call.run)
    if (condition === UNKNOWN) return UNKNOWN
    if (condition) return call.operand(index + 1)
  }
  return call.operand(last)
}

function contains(call: Call): boolean | Unknown {
  const needle = call.operand(0)
  const list = call.operands[1]
  // The members of a list written in the rule are looked at one by one: a match decides although another is unknown.
  const members = Array.isArray(list) ? list.map((item, index) => evaluate(item, `${call.operandAt(1)}/${index}`, call.frame, call.run)) : call.operand(1)
  if (needle === UNKNOWN || members === UNKNOWN) return UNKNOWN
  if (!Array.isArray(members)) return call.run.report(call.operandAt(1), 'wrongType', 'in expects a list as its second operand', { operator: 'in' })
  let result: boolean | Unknown = false
  for (const member of members) {
    const equal = member === UNKNOWN ? UNKNOWN : jsonEquals(needle, member)
    if (equal === true) return true
    if (equal === UNKNOWN) result = UNKNOWN
  }
  return result
}

function overItems(call: Call, decisive: boolean): boolean | Unknown {
  const items = call.operand(0)
  const predicate = call.operands[1]
  if (items === UNKNOWN || predicate === undefined) return UNKNOWN
  if (!Array.isArray(items)) return call.run.report(call.operandAt(0), 'wrongType', 'Expected a list')
  let result: boolean | Unknown = !decisive
  for (const item of items) {
    const value = truth(evaluate(predicate, call.operandAt(1), { ...call.frame, scope: item, nested: true }, call.run), call.operandAt(1), call.run)
    if (value === decisive) return decisive
    if (value === UNKNOWN) result = UNKNOWN
    if (call.run.steps > MAX_RULE_STEPS) return UNKNOWN
  }
  return result
}

/** How many items the predicate holds for; one item it cannot decide makes the number unknown. */
function countItems(call: Call): number | Unknown {
  const items = call.operand(0)
  const predicate = call.operands[1]
  if (items === UNKNOWN || predicate === undefined) return UNKNOWN
  if (!Array.isArray(items)) return call.run.report(call.operandAt(0), 'wrongType', 'Expected a list')
  let count = 0
  for (const item of items) {
    const value = truth(evaluate(predicate, call.operandAt(1), { ...call.frame, scope: item, nested: true }, call.run), call.operandAt(1), call.run)
    if (value === UNKNOWN || call.run.steps > MAX_RULE_STEPS) return UNKNOWN
    if (value) count += 1
  }
  return count
}

/** The whole numbers a rule gives for each item, added up; one item it cannot decide makes the sum unknown. */
function sumItems(call: Call): number | Unknown {
  const items = call.operand(0)
  const term = call.operands[1]
  if (items === UNKNOWN || term === undefined) return UNKNOWN
  if (!Array.isArray(items)) return call.run.report(call.operandAt(0), 'wrongType', 'Expected a list')
  const terms: JsonValue[] = [0]
  for (const item of items) {
    const value = evaluate(term, call.operandAt(1), { ...call.frame, scope: item, nested: true }, call.run)
    if (value === UNKNOWN || call.run.steps > MAX_RULE_STEPS) return UNKNOWN
    terms.push(value)
  }
  return calculate('+', terms, call)
}

function inOrder(name: '<' | '<=' | '>' | '>=', values: readonly JsonValue[]): boolean | Unknown | null {
  const sorted = name.startsWith('>') ? [...values].reverse() : values
  let result: boolean | Unknown = true
  for (let index = 1; index < sorted.length; index += 1) {
    const [a, b] = [sorted[index - 1], sorted[index]]
    const ordered = a === undefined || b === undefined ? null : isBefore(a, b, name.endsWith('='))
    if (ordered === null) return null
    if (ordered === false) result = false
    if (ordered === UNKNOWN && result !== false) result = UNKNOWN
  }
  return result
}

function calculate(name: '+' | '-' | '*' | 'min' | 'max', values: readonly JsonValue[], call: Call): number | Unknown {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isSafeInteger(value))
  if (numbers.length !== values.length) return call.run.report(call.place, 'wrongType', `${name} expects whole numbers`, { operator: name })
  const [first = 0, ...rest] = numbers.map(Number)
  const result = rest.length === 0 && name === '-' ? 0 - first : rest.reduce((left, right) => STEP[name](left, right), first)
  if (!Number.isSafeInteger(result)) return call.run.report(call.place, 'outOfRange', `${name} leaves the whole numbers that are exact`, { operator: name })
  // Minus zero would print as "-0" in some places.
  return result === 0 ? 0 : result
}

const STEP = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  'min': (a: number, b: number) => Math.min(a, b),
  'max': (a: number, b: number) => Math.max(a, b),
}

function truth(value: RuleValue, at: string, run: Evaluation): boolean | Unknown {
  if (typeof value === 'boolean' || value === UNKNOWN) return value
  return run.report(at, 'wrongType', 'Expected true or false: nothing is truthy here')
}

function negate(value: boolean | Unknown): boolean | Unknown {
  return value === UNKNOWN ? UNKNOWN : !value
}

function allKnown(values: readonly RuleValue[]): values is JsonValue[] {
  return !values.includes(UNKNOWN)
}

function operandsOf(rule: JsonObject, name: string): readonly Rule[] {
  const operands = rule[name]
  if (operands === undefined) return []
  return Array.isArray(operands) ? operands : [operands]
}
