import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar2026, describeRuleVectors, ruleVectors } from '../test/rule-vectors.ts'
import { checkRule, describeRuleProblem, evaluateRule, isUnknown, MAX_RULE_STEPS, OPERATOR_NAMES, RULE_PROBLEM_CODES, ruleDependencies, UNKNOWN } from './rules.ts'
import { readPointer } from './rules/pointer.ts'
import type { JsonValue } from './json.ts'
import type { Rule, RuleContext, RuleProblem } from './rules.ts'

const context: RuleContext = { today: '2026-11-21', calendar: calendar2026 }

describeRuleVectors()

describe('three-valued logic', () => {
  const truth = fc.constantFrom<Rule>(true, false, { var: '/missing' })
  const value = (rule: Rule) => evaluateRule(rule, {}, context)

  it('follows Kleene: and, or commute, associate, distribute and obey De Morgan', () => {
    fc.assert(fc.property(truth, truth, truth, (a, b, c) => {
      expect(value({ and: [a, b] })).toBe(value({ and: [b, a] }))
      expect(value({ or: [a, b] })).toBe(value({ or: [b, a] }))
      expect(value({ and: [a, b, c] })).toBe(value({ and: [a, { and: [b, c] }] }))
      expect(value({ or: [a, b, c] })).toBe(value({ or: [{ or: [a, b] }, c] }))
      expect(value({ '!': { and: [a, b] } })).toBe(value({ or: [{ '!': a }, { '!': b }] }))
      expect(value({ and: [a, { or: [b, c] }] })).toBe(value({ or: [{ and: [a, b] }, { and: [a, c] }] }))
      expect(value({ '!': { '!': a } })).toBe(value(a))
      expect(value({ and: [a] })).toBe(value(a))
    }))
  })

  it('is monotone: an answer that arrives never turns a decided rule over', () => {
    const operand = fc.constantFrom<Rule>(true, false, { '==': [{ var: '/a' }, 1] }, { '<': [{ var: '/b' }, 5] }, { in: [{ var: '/a' }, [1, { var: '/b' }]] })
    const rule = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof({ maxDepth: 4 }, operand, fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })), tie('rule').map((not) => ({ '!': not })),
        fc.tuple(tie('rule'), tie('rule'), tie('rule')).map((branches) => ({ if: branches }))),
    })).rule
    fc.assert(fc.property(rule, fc.nat(9), fc.nat(9), (tested, a, b) => {
      const before = evaluateRule(tested, {}, context)
      if (!isUnknown(before)) expect(evaluateRule(tested, { a, b }, context)).toBe(before)
      const partly = evaluateRule(tested, { a }, context)
      if (!isUnknown(partly)) expect(evaluateRule(tested, { a, b }, context)).toBe(partly)
    }))
  })
})

describe('arbitrary input', () => {
  const json = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<JsonValue>
  const leaf = fc.oneof(json, fc.constantFrom<Rule>({ var: '/a' }, { var: '' }, { var: '#/a' }, '2026-02-28', '1950', '001099000000', '/a', 'set'))
  const ruleLike = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof({ maxDepth: 5 }, leaf,
      fc.tuple(fc.constantFrom(...OPERATOR_NAMES, 'log', '__proto__', 'constructor'), fc.array(tie('rule'), { maxLength: 4 }))
        .map(([name, operands]) => JSON.parse(JSON.stringify(operands).replace(/^/, `{${JSON.stringify(name)}:`) + '}') as Rule)),
  })).rule
  const full: RuleContext = { ...context, sets: { set: ['a'] }, row: { pointer: '/a', index: 0 } }

  it('never throws, in evaluation, check or dependencies', () => {
    fc.assert(fc.property(ruleLike, json, (rule, data) => {
      expect(() => evaluateRule(rule, data, full)).not.toThrow()
      expect(() => checkRule(rule)).not.toThrow()
      expect(() => ruleDependencies(rule)).not.toThrow()
    }), { numRuns: 2000 })
  })

  it('always gives the same value and leaves rule and answers as they were', () => {
    fc.assert(fc.property(ruleLike, json, (rule, data) => {
      const before = JSON.stringify([rule, data])
      expect(evaluateRule(rule, data, full)).toEqual(evaluateRule(rule, data, full))
      expect(JSON.stringify([rule, data])).toBe(before)
    }), { numRuns: 500 })
  })

  it('reads nothing but its dependencies', () => {
    const names = ['a', 'b', 'c']
    const variable = fc.constantFrom<Rule>(...names.map((name) => ({ var: `/${name}` })))
    const rule = fc.tuple(fc.constantFrom('and', 'or', '+', '=='), variable, variable).map(([name, x, y]) => ({ [name]: [x, y] }) as Rule)
    fc.assert(fc.property(rule, fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.boolean(), fc.nat(3))), (tested, data) => {
      const read = ruleDependencies(tested)
      const reduced = Object.fromEntries(Object.entries(data).filter(([name]) => read.includes(`/${name}`)))
      expect(evaluateRule(tested, reduced, context)).toEqual(evaluateRule(tested, data, context))
    }))
  })

  it('gives the same over the answers and over what reads them, and reads nothing but the dependencies of the rule', () => {
    fc.assert(fc.property(ruleLike, json, (rule, data) => {
      const read = new Set<string>()
      const value = evaluateRule(rule, (pointer) => {
        read.add(pointer)
        return readPointer(data, pointer, full.row)
      }, full)
      expect(value).toEqual(evaluateRule(rule, data, full))
      const named = new Set(ruleDependencies(rule))
      expect([...read].filter((pointer) => !named.has(pointer))).toEqual([])
    }), { numRuns: 2000 })
  })

  it('reads no further than the rule needs', () => {
    const read: string[] = []
    const answers: Record<string, JsonValue> = { '/a': false, '/b': true }
    expect(evaluateRule({ and: [{ var: '/a' }, { var: '/b' }] }, (pointer) => { read.push(pointer); return answers[pointer] }, context)).toBe(false)
    expect(read).toEqual(['/a'])
  })

  it('a rule that passes the check meets no mistake of writing when it is evaluated', () => {
    const mistakes = ['notARule', 'unknownOperator', 'wrongArity', 'notAPointer', 'notAName']
    fc.assert(fc.property(ruleLike, json, (rule, data) => {
      if (checkRule(rule).length > 0) return
      const problems: string[] = []
      evaluateRule(rule, data, { ...full, onProblem: ({ code }) => problems.push(code) })
      expect(problems.filter((code) => mistakes.includes(code))).toEqual([])
    }), { numRuns: 1000 })
  })
})

describe('limits', () => {
  it('gives up on a rule nested too deep, without exhausting the stack', () => {
    let rule: Rule = true
    for (let level = 0; level < 50_000; level += 1) rule = { '!': rule }
    expect(evaluateRule(rule, {}, context)).toBe(UNKNOWN)
    expect(checkRule(rule).map(({ code }) => code)).toEqual(['tooDeep'])
    expect(ruleDependencies(rule)).toEqual([])
  })

  it('gives up after the last step, however the rows multiply', () => {
    const rows = Array.from({ length: 300 }, (_, index) => index)
    const codes = new Set<string>()
    const nested: Rule = { some: [{ var: '/rows' }, { some: [{ var: '#/rows' }, { '==': [{ var: '' }, -1] }] }] }
    expect(rows.length * rows.length).toBeGreaterThan(MAX_RULE_STEPS)
    expect(evaluateRule(nested, { rows }, { ...context, onProblem: ({ code }) => codes.add(code) })).toBe(UNKNOWN)
    expect([...codes]).toEqual(['tooManySteps'])
  })

  it('gives up comparing answers nested too deep', () => {
    let deep: JsonValue = 1
    for (let level = 0; level < 20_000; level += 1) deep = [deep]
    expect(evaluateRule({ '==': [{ var: '/a' }, { var: '/b' }] }, { a: deep, b: [deep] }, context)).toBe(UNKNOWN)
  })
})

describe('checkRule', () => {
  it.each<[string, Rule, string, string]>([
    ['an unknown operator', { and: [true, { log: 1 }] }, '/and/1', 'unknownOperator'],
    ['a wrong number of operands', { if: [true, 1] }, '/if', 'wrongArity'],
    ['a dotted path', { '==': [{ var: 'a.b' }, 1] }, '/==/0/var', 'notAPointer'],
    ['a computed pointer', { var: [{ cat: ['/a'] }] }, '/var/0', 'notAPointer'],
    ['a set that is no name', { inSet: ['a', { var: '/b' }] }, '/inSet/1', 'notAName'],
    ['a comparison with null', { '==': [{ var: '/a' }, null] }, '/==/1', 'compareWithNull'],
    ['two operators in one object', { and: [true], or: [true] }, '', 'notARule'],
  ])('reports %s with its place inside the rule', (_name, rule, pointer, code) => {
    expect(checkRule(rule)).toEqual([expect.objectContaining({ pointer, code })])
  })

  it('reports every problem, not only the first', () => {
    expect(checkRule({ and: [{ log: 1 }, { method: 2 }, { var: 'x' }] }).map(({ pointer }) => pointer)).toEqual(['/and/0', '/and/1', '/and/2/var'])
  })

  it('accepts every vector that is evaluated without a mistake of writing', () => {
    const mistakes = ['notARule', 'unknownOperator', 'wrongArity', 'notAPointer', 'notAName']
    for (const { when, problem, name } of ruleVectors) {
      expect(checkRule(when).length > 0, name).toBe(problem !== undefined && mistakes.includes(problem))
    }
  })
})

describe('describeRuleProblem', () => {
  it('has words for every problem that the vectors and the check meet, with the operator it is about', () => {
    const met = new Map<string, string>()
    for (const { when, given } of ruleVectors) {
      const onProblem = (problem: RuleProblem): void => { met.set(problem.code, describeRuleProblem(problem)) }
      evaluateRule(when, given.answers, { today: given.today, sets: given.sets ?? {}, onProblem, ...(given.calendar !== undefined && { calendar: calendar2026 }) })
      for (const problem of checkRule(when)) onProblem(problem)
    }
    let deep: Rule = true
    for (let level = 0; level < 100; level += 1) deep = { '!': deep }
    for (const problem of [...checkRule(deep), ...checkRule({ '==': [{ var: '/a' }, null] }), ...checkRule({ inSet: ['a', 1] })]) met.set(problem.code, problem.message)
    met.set('tooManySteps', describeRuleProblem({ code: 'tooManySteps', params: { limit: MAX_RULE_STEPS } }))
    expect([...met.keys()].toSorted()).toEqual(RULE_PROBLEM_CODES.toSorted())
    expect([...met.values()].filter((words) => /undefined|\[object/.test(words))).toEqual([])
  })

  it('says what the operator takes', () => {
    expect(describeRuleProblem({ code: 'wrongType', params: { operator: 'ageOn' } })).toContain('ageOn expects a (partial) date of birth and a day')
    expect(describeRuleProblem({ code: 'wrongArity', params: { operator: 'if', operands: 2 } })).toContain('if takes an odd number of, and 3 or more, operands, got 2')
    expect(describeRuleProblem({ code: 'outsideCalendar', params: { operator: 'workingDaysBetween', knownFrom: '2026-01-01', knownThrough: '2026-12-31' } })).toContain('2026-12-31')
  })
})

describe('ruleDependencies', () => {
  it.each<[string, Rule, string[]]>([
    ['sorts and lists each pointer once', { and: [{ var: '/b' }, { '==': [{ var: '/a' }, { var: '/b' }] }] }, ['/a', '/b']],
    ['includes missing and defaults', { or: [{ missing: ['/x', '/y'] }, { var: ['/z', { var: '/w' }] }] }, ['/w', '/x', '/y', '/z']],
    ['writes the rows of a list as -', { all: [{ var: '/rows' }, { and: [{ var: '/a' }, { var: '#/b' }, { var: '' }] }] }, ['/b', '/rows', '/rows/-', '/rows/-/a']],
    ['follows lists inside lists', { some: [{ var: '/a' }, { some: [{ var: '/b' }, { var: '/c' }] }] }, ['/a', '/a/-/b', '/a/-/b/-/c']],
    ['is empty for a literal', 8000, []],
    ['names the whole document', { var: '' }, ['']],
  ])('%s', (_name, rule, expected) => {
    expect(ruleDependencies(rule)).toEqual(expected)
  })
})

it('unknown is one symbol, also across copies of the package', () => {
  expect(UNKNOWN).toBe(Symbol.for('@motcua/core/rules/unknown'))
})
