import { jsonEquals, isBefore } from './compare.ts'
import { fail } from './call.ts'
import { kleene, negate } from './truth.ts'
import type { JsonValue } from '../json.ts'
import type { Call } from './call.ts'
import type { RuleValue } from './rule.ts'
import type { Truth } from './truth.ts'

/** An operator of operands that are all known; `undefined` = it does not take operands of these types. */
export type StrictOperator = (values: readonly JsonValue[], call: Call) => RuleValue | undefined

/** Comparing, reckoning, text. */
export const STRICT = {
  '==': ([a, b]) => jsonEquals(a, b),
  '!=': ([a, b]) => negate(jsonEquals(a, b)),
  '<': (values) => inOrder(values, false),
  '<=': (values) => inOrder(values, true),
  '>': (values) => inOrder([...values].reverse(), false),
  '>=': (values) => inOrder([...values].reverse(), true),
  '+': reckon((a, b) => a + b),
  '-': (values, call) => reckon((a, b) => a - b)(values.length === 1 ? [0, ...values] : values, call),
  '*': reckon((a, b) => a * b),
  'min': reckon((a, b) => Math.min(a, b)),
  'max': reckon((a, b) => Math.max(a, b)),
  'cat': (values) => (values.every((value) => typeof value === 'string' || typeof value === 'number') ? values.join('') : undefined),
  'length': ([value]) => (typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : undefined),
} satisfies Record<string, StrictOperator>

/** Each value before the next; `undefined` when two neighbours have no order. */
function inOrder(values: readonly JsonValue[], orEqual: boolean): Truth | undefined {
  const steps = values.slice(1).map((value, index) => isBefore(values[index] ?? null, value, orEqual))
  return steps.includes(undefined) ? undefined : kleene(steps as Truth[], false)
}

/** Reckons with whole numbers that are exact, from the left. */
function reckon(step: (a: number, b: number) => number): StrictOperator {
  return (values, call) => {
    if (!values.every(Number.isSafeInteger)) return undefined
    // Minus zero would print as "-0" in some places.
    const result = values.map(Number).reduce(step) + 0
    return Number.isSafeInteger(result) ? result : fail(call, 'outOfRange')
  }
}
