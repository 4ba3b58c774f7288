import { report, fail } from './call.ts'
import { jsonEquals } from './compare.ts'
import { DOMAIN } from './domain.ts'
import { acceptsArity, isOperatorName } from './operators.ts'
import { isRulePointer, readPointer } from './pointer.ts'
import { UNKNOWN } from './rule.ts'
import { STRICT } from './strict.ts'
import { kleene, known, negate } from './truth.ts'
import { escapeSegment } from '../json-pointer.ts'
import type { JsonValue } from '../json.ts'
import type { Call, Frame, ReadAnswer, Run } from './call.ts'
import type { OperatorName } from './operators.ts'
import type { Rule, RuleContext, RuleValue } from './rule.ts'
import type { StrictOperator } from './strict.ts'
import type { Truth } from './truth.ts'

/** Deepest nesting of a rule. */
export const MAX_RULE_DEPTH = 64
/** Most evaluation steps of one rule, rows of some/all/none included. */
export const MAX_RULE_STEPS = 20_000

/**
 * Evaluates a rule over the answers, or over what reads them: then no more of them is looked at than the rule needs. A missing
 * answer, an operand of another type, a mistake in the rule or an exceeded limit gives {@link UNKNOWN}, never `true` and never
 * an exception; compare the result with `=== true` or `=== false`.
 * `and` and `or` follow Kleene: `false and unknown` is false, `true or unknown` is true, whatever their order.
 *
 * @param answers the answers, or a function that gives the answer at a JSON Pointer, where `-` means `context.row`
 * @example
 * evaluateRule({ '*': [8000, { var: '/copies/count' }] }, { copies: { count: 2 } }, { today: '2026-11-21' }) // 16000
 * evaluateRule({ '<': [{ ageOn: [{ var: '/birthDate' }, { today: [] }] }, 18] }, {}, { today: '2026-11-21' }) // UNKNOWN
 */
export function evaluateRule(rule: Rule, answers: JsonValue | ReadAnswer, context: RuleContext): RuleValue {
  const read: ReadAnswer = typeof answers === 'function' ? answers : (pointer) => readPointer(answers, pointer, context.row)
  return evaluate(rule, '', { depth: 0, read }, { read, context, steps: 0 })
}

function evaluate(rule: Rule, at: string, { depth, read }: Frame, run: Run): RuleValue {
  run.steps += 1
  if (run.steps > MAX_RULE_STEPS) return report(run, at, 'tooManySteps', { limit: MAX_RULE_STEPS })
  if (depth > MAX_RULE_DEPTH) return report(run, at, 'tooDeep', { limit: MAX_RULE_DEPTH })
  if (typeof rule !== 'object' || rule === null) return rule
  const frame = { depth: depth + 1, read }
  if (Array.isArray(rule)) return known(rule.map((item, index) => evaluate(item, `${at}/${index}`, frame, run))) ?? UNKNOWN
  const [name = '', ...others] = Object.keys(rule)
  if (others.length > 0 || !Object.hasOwn(rule, name)) return report(run, at, 'notARule', { keys: Object.keys(rule).length })
  if (!isOperatorName(name)) return report(run, at, 'unknownOperator', { operator: name })
  const written = rule[name] ?? null
  const operands = Array.isArray(written) ? written : [written]
  const place = `${at}/${escapeSegment(name)}`
  const call: Call = {
    name, run, frame, operands,
    // A lone operand may be written without its array; then it has no index in the rule.
    at: (index) => (index !== undefined && Array.isArray(written) ? `${place}/${index}` : place),
    operand: (index) => evaluate(operands[index] ?? null, call.at(index), frame, run),
  }
  if (!acceptsArity(name, operands.length)) return fail(call, 'wrongArity', { operands: operands.length })
  const open = OPEN[name]
  return open ? open(call) : strictly(call)
}

/** Operators that may decide although an operand is unknown. */
const OPEN: Partial<Record<OperatorName, (call: Call) => RuleValue>> = {
  'var': (call) => answerAt(call, 0) ?? (call.operands.length > 1 ? call.operand(1) : UNKNOWN),
  'missing': (call) => kleene(call.operands.map((_, index) => {
    const answer = answerAt(call, index)
    return answer === UNKNOWN ? answer : answer === undefined
  }), true),
  'and': (call) => kleene(truths(call), false),
  'or': (call) => kleene(truths(call), true),
  '!': (call) => negate(truthAt(call, 0)),
  'if': choose,
  'in': contains,
  'some': (call) => kleene(itemTruths(call), true),
  'all': (call) => kleene(itemTruths(call), false),
  'none': (call) => negate(kleene(itemTruths(call), true)),
  // One item that cannot be decided makes the number unknown.
  'count': (call) => known(itemTruths(call))?.filter(Boolean).length ?? UNKNOWN,
  'sum': (call) => {
    const terms = known(itemValues(call))
    return terms ? orWrongType(STRICT['+']([0, ...terms], call), call) : UNKNOWN
  },
}

/** The others need every operand. */
const CLOSED: Partial<Record<OperatorName, StrictOperator>> = { ...STRICT, ...DOMAIN }

function strictly(call: Call): RuleValue {
  const values = known(call.operands.map((_, index) => call.operand(index)))
  return values ? orWrongType(CLOSED[call.name]?.(values, call), call) : UNKNOWN
}

function orWrongType(value: RuleValue | undefined, call: Call): RuleValue {
  return value === undefined ? fail(call, 'wrongType') : value
}

/** The answer at a pointer operand; absent, null and empty text all mean "not answered". What is no pointer says nothing. */
function answerAt({ operands, at, frame, run }: Call, index: number): RuleValue | undefined {
  const pointer = operands[index]
  if (!isRulePointer(pointer)) return report(run, at(index), 'notAPointer')
  run.steps += 1
  const value = pointer.startsWith('#') ? run.read(pointer.slice(1)) : frame.read(pointer)
  return value === null || value === '' ? undefined : value
}

function truthOf(value: RuleValue, call: Call, index: number): Truth {
  return typeof value === 'boolean' || value === UNKNOWN ? value : report(call.run, call.at(index), 'wrongType', { operator: call.name })
}

function truthAt(call: Call, index: number): Truth {
  return truthOf(call.operand(index), call, index)
}

function* truths(call: Call): Generator<Truth> {
  for (const index of call.operands.keys()) yield truthAt(call, index)
}

/** What the second operand gives for each item of the list that is the first. */
function* itemValues(call: Call): Generator<RuleValue> {
  const { operands: [, rule = null], at, frame: { depth }, run } = call
  const items = call.operand(0)
  if (!Array.isArray(items)) return yield items === UNKNOWN ? items : report(run, at(0), 'wrongType', { operator: call.name })
  for (const item of items) {
    yield evaluate(rule, at(1), { depth, read: (pointer) => readPointer(item, pointer) }, run)
    if (run.steps > MAX_RULE_STEPS) return yield UNKNOWN
  }
}

function* itemTruths(call: Call): Generator<Truth> {
  for (const value of itemValues(call)) yield truthOf(value, call, 1)
}

function choose(call: Call): RuleValue {
  const last = call.operands.length - 1
  for (let index = 0; index < last; index += 2) {
    const condition = truthAt(call, index)
    if (condition === UNKNOWN) return UNKNOWN
    if (condition) return call.operand(index + 1)
  }
  return call.operand(last)
}

function contains(call: Call): Truth {
  const { operands: [, list], at, frame, run } = call
  const needle = call.operand(0)
  // The members of a list written in the rule are looked at one by one: a match decides although another is unknown.
  const members = Array.isArray(list) ? list.map((item, index) => evaluate(item, `${at(1)}/${index}`, frame, run)) : call.operand(1)
  if (needle === UNKNOWN || members === UNKNOWN) return UNKNOWN
  if (!Array.isArray(members)) return report(run, at(1), 'wrongType', { operator: 'in' })
  return kleene(members.map((member) => (member === UNKNOWN ? member : jsonEquals(needle, member))), true)
}
