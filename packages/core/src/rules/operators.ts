const MANY = 64

/**
 * The closed list of operators with the fewest and the most operands of each. It has no assignment, no log, no method call
 * and no regular expression, and every one of them ends in time proportional to its operands.
 */
export const OPERATORS = {
  'var': [1, 2],
  'missing': [1, MANY],
  '==': [2, 2],
  '!=': [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 3],
  '>=': [2, 3],
  'and': [1, MANY],
  'or': [1, MANY],
  '!': [1, 1],
  'if': [3, MANY],
  'in': [2, 2],
  '+': [1, MANY],
  '-': [1, 2],
  '*': [1, MANY],
  'min': [1, MANY],
  'max': [1, MANY],
  'cat': [1, MANY],
  'length': [1, 1],
  'some': [2, 2],
  'all': [2, 2],
  'none': [2, 2],
  'count': [2, 2],
  'sum': [2, 2],
  'today': [0, 0],
  'ageOn': [2, 2],
  'ageAtLeast': [3, 3],
  'daysBetween': [2, 2],
  'addDays': [2, 2],
  'addYears': [2, 2],
  'workingDaysBetween': [2, 2],
  'onOrNextWorkingDay': [1, 1],
  'inSet': [2, 2],
  'samePerson': [2, 2],
  'sameName': [2, 2],
  'sameSurname': [2, 2],
  'personalIdMatches': [2, 3],
} as const satisfies Record<string, readonly [fewest: number, most: number]>

export type OperatorName = keyof typeof OPERATORS

/** Names of all operators. */
export const OPERATOR_NAMES = /* @__PURE__ */ Object.keys(OPERATORS) as readonly OperatorName[]

/** True for the name of an operator of the closed list. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name)
}

/** True when the operator takes that many operands. Those of `if` are odd in number: its `else` is not optional. */
export function acceptsArity(name: OperatorName, count: number): boolean {
  const [fewest, most] = OPERATORS[name]
  return count >= fewest && count <= most && (name !== 'if' || count % 2 === 1)
}
