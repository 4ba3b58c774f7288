/** How an operator treats its operands, for the evaluator, the static check and the list of dependencies. */
export interface OperatorShape {
  /** Fewest and most operands. */
  min: number
  max: number
  /** if: an odd number of operands; an `else` is not optional. */
  odd?: boolean
  /** The operand at this index must be a literal, not a rule. */
  literal?: Readonly<Record<number, 'pointer' | 'name'>>
  /** Every operand is a pointer. */
  pointers?: boolean
}

const MANY = 64

/**
 * The closed list of operators. It has no assignment, no log, no method call and no regular expression, and every one of
 * them ends in time proportional to its operands.
 */
export const OPERATORS = {
  'var': { min: 1, max: 2, literal: { 0: 'pointer' } },
  'missing': { min: 1, max: MANY, pointers: true },
  '==': { min: 2, max: 2 },
  '!=': { min: 2, max: 2 },
  '<': { min: 2, max: 3 },
  '<=': { min: 2, max: 3 },
  '>': { min: 2, max: 3 },
  '>=': { min: 2, max: 3 },
  'and': { min: 1, max: MANY },
  'or': { min: 1, max: MANY },
  '!': { min: 1, max: 1 },
  'if': { min: 3, max: MANY, odd: true },
  'in': { min: 2, max: 2 },
  '+': { min: 1, max: MANY },
  '-': { min: 1, max: 2 },
  '*': { min: 1, max: MANY },
  'min': { min: 1, max: MANY },
  'max': { min: 1, max: MANY },
  'cat': { min: 1, max: MANY },
  'length': { min: 1, max: 1 },
  'some': { min: 2, max: 2 },
  'all': { min: 2, max: 2 },
  'none': { min: 2, max: 2 },
  'count': { min: 2, max: 2 },
  'sum': { min: 2, max: 2 },
  'today': { min: 0, max: 0 },
  'ageOn': { min: 2, max: 2 },
  'ageAtLeast': { min: 3, max: 3 },
  'daysBetween': { min: 2, max: 2 },
  'addDays': { min: 2, max: 2 },
  'addYears': { min: 2, max: 2 },
  'workingDaysBetween': { min: 2, max: 2 },
  'onOrNextWorkingDay': { min: 1, max: 1 },
  'inSet': { min: 2, max: 2, literal: { 1: 'name' } },
  'samePerson': { min: 2, max: 2 },
  'sameName': { min: 2, max: 2 },
  'sameSurname': { min: 2, max: 2 },
  'personalIdMatches': { min: 2, max: 3 },
} as const satisfies Record<string, OperatorShape>

export type OperatorName = keyof typeof OPERATORS

/** Names of all operators. */
export const OPERATOR_NAMES = /* @__PURE__ */ Object.keys(OPERATORS) as readonly OperatorName[]

/** True for the name of an operator of the closed list. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name)
}

/** The shape of one operator. */
export function operatorShape(name: OperatorName): OperatorShape {
  return OPERATORS[name]
}

/** True when the operator takes that many operands. */
export function acceptsArity(name: OperatorName, count: number): boolean {
  const shape = operatorShape(name)
  return count >= shape.min && count <= shape.max && (shape.odd !== true || count % 2 === 1)
}
