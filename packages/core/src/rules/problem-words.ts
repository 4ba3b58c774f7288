import { OPERATOR_NAMES, OPERATORS } from './operators.ts'
import type { OperatorName } from './operators.ts'
import type { RuleProblem, RuleProblemCode } from './rule.ts'

/** What an operator takes, where it does not take just anything. */
const TAKES: Partial<Record<OperatorName, string>> = {
  '<': 'two numbers or two dates', '<=': 'two numbers or two dates', '>': 'two numbers or two dates', '>=': 'two numbers or two dates',
  'and': 'true or false', 'or': 'true or false', '!': 'true or false', 'if': 'true or false as its conditions',
  'in': 'a list as its second operand',
  '+': 'whole numbers', '-': 'whole numbers', '*': 'whole numbers', 'min': 'whole numbers', 'max': 'whole numbers',
  'cat': 'text and numbers',
  'length': 'a list or a text',
  'some': 'a list, and true or false for each item', 'all': 'a list, and true or false for each item', 'none': 'a list, and true or false for each item',
  'count': 'a list, and true or false for each item', 'sum': 'a list, and a whole number for each item',
  'ageOn': 'a (partial) date of birth and a day',
  'ageAtLeast': 'a (partial) date of birth, a day and a number of years',
  'daysBetween': 'two days',
  'addDays': 'a day and a whole number',
  'addYears': 'a day and a whole number',
  'workingDaysBetween': 'two days',
  'onOrNextWorkingDay': 'a day',
  'inSet': 'a text',
  'samePerson': 'two personal identification numbers, or objects that hold one',
  'sameName': 'two names',
  'sameSurname': 'two names',
  'personalIdMatches': 'a number of 12 digits, a (partial) date of birth, and male or female or nothing',
}

const WORDS: Readonly<Record<RuleProblemCode, (params: RuleProblem['params'], operator: OperatorName) => string>> = {
  notARule: ({ keys }) => `Expected an object with one operator, got ${keys} keys`,
  unknownOperator: ({ operator }) => `Unknown operator ${JSON.stringify(operator)}; known are ${OPERATOR_NAMES.join(', ')}`,
  wrongArity: ({ operands }, operator) => `${operator} takes ${arityOf(operator)} operands, got ${operands}`,
  notAPointer: () => 'Expected a JSON Pointer: "", "/a/b", or "#/a/b" from the root',
  notAName: (_, operator) => `${operator} expects a name here`,
  compareWithNull: () => 'A comparison with null never decides: use missing',
  wrongType: (_, operator) => `${operator} expects ${TAKES[operator] ?? 'operands of another type'}: nothing is converted, and nothing is truthy`,
  outOfRange: (_, operator) => (operator.startsWith('add') ? `${operator} leaves the years 1 to 9999` : `${operator} leaves the whole numbers that are exact`),
  noCalendar: (_, operator) => `${operator} needs a working calendar and none was given`,
  outsideCalendar: ({ knownFrom, knownThrough }) => `The working calendar is known from ${knownFrom} through ${knownThrough}`,
  unknownSet: ({ set }) => `No set named ${JSON.stringify(set)} was given`,
  tooDeep: ({ limit }) => `A rule may nest ${limit} levels`,
  tooManySteps: ({ limit }) => `A rule may take ${limit} steps`,
}

/**
 * Words for the author of a rule: what was expected and what came. Holds nothing from the answers. Apart from the evaluator,
 * so that a page that only asks what a rule gives does not carry them.
 *
 * @example evaluateRule(rule, answers, { today, onProblem: (problem) => console.warn(problem.pointer, describeRuleProblem(problem)) })
 */
export function describeRuleProblem({ code, params }: Pick<RuleProblem, 'code' | 'params'>): string {
  return WORDS[code](params, String(params.operator) as OperatorName)
}

function arityOf(operator: OperatorName): string {
  const [fewest, most] = OPERATORS[operator]
  if (operator === 'if') return `an odd number of, and ${fewest} or more,`
  return fewest === most ? `${fewest}` : `${fewest} to ${most}`
}
