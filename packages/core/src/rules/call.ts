import { UNKNOWN } from './rule.ts'
import type { OperatorName } from './operators.ts'
import type { Rule, RuleContext, RuleProblem, RuleProblemCode, RuleValue, Unknown } from './rule.ts'
import type { JsonValue } from '../json.ts'

/** Gives the answer at a JSON Pointer; `undefined` = not answered. */
export type ReadAnswer = (pointer: string) => JsonValue | undefined

/** One evaluation, from its first step to its last. */
export interface Run {
  read: ReadAnswer
  context: RuleContext
  steps: number
}

/** Where an evaluation stands: how deep, and what a relative pointer reads, which inside a list is the item. */
export interface Frame { depth: number; read: ReadAnswer }

/** An operator met in a rule. */
export interface Call {
  name: OperatorName
  run: Run
  frame: Frame
  operands: readonly Rule[]
  /** Place of the operator, or of one of its operands, in the rule. */
  at(index?: number): string
  /** Value of an operand. */
  operand(index: number): RuleValue
}

/** Tells whoever listens why a rule has no value. */
export function report({ context }: Run, pointer: string, code: RuleProblemCode, params: RuleProblem['params'] = {}): Unknown {
  context.onProblem?.({ pointer, code, params })
  return UNKNOWN
}

/** The same, for an operator. */
export function fail({ name, run, at }: Call, code: RuleProblemCode, params?: RuleProblem['params']): Unknown {
  return report(run, at(), code, { operator: name, ...params })
}
