import { describe, expect, it } from 'vitest'
import { createWorkingCalendar } from '../src/calendar.ts'
import { evaluateRule, OPERATOR_NAMES, UNKNOWN } from '../src/rules.ts'
import calendarVectors from './vectors/working-calendar.json' with { type: 'json' }
import vectors from './vectors/rules.json' with { type: 'json' }
import type { JsonValue } from '../src/json.ts'
import type { Rule, RuleProblem } from '../src/rules.ts'

export interface RuleVector {
  name: string
  given: { answers: JsonValue; today: string; calendar?: string; sets?: Record<string, string[]>; row?: { pointer: string; index: number } }
  when: Rule
  then: JsonValue
  problem?: string
  deviation?: string
}

export const calendar2026 = createWorkingCalendar(calendarVectors)
export const ruleVectors = vectors.cases as unknown as readonly RuleVector[]

/** The same cases for every engine that runs rules: Node and browsers. */
export function describeRuleVectors(): void {
  describe('rule vectors', () => {
    it.each(ruleVectors.map((vector) => [vector.name, vector] as const))('%s', (_name, { given, when, then, problem }) => {
      const problems: RuleProblem[] = []
      const value = evaluateRule(when, given.answers, {
        today: given.today,
        calendar: given.calendar === undefined ? undefined : calendar2026,
        sets: given.sets,
        row: given.row,
        onProblem: (found) => problems.push(found),
      })
      expect(value).toEqual(isUnknownMark(then) ? UNKNOWN : then)
      expect(problems.map(({ code }) => code)).toEqual(problem === undefined ? [] : [problem])
    })

    it('number at least sixty and name only listed deviations, each of them shown by a case', () => {
      expect(ruleVectors.length).toBeGreaterThanOrEqual(60)
      expect(new Set(ruleVectors.flatMap(({ deviation }) => deviation ?? []))).toEqual(new Set(Object.keys(vectors.deviations)))
    })

    it('show every operator', () => {
      const used = new Set(JSON.stringify(ruleVectors.map(({ when }) => when)).match(/(?<=\{")[^"]+(?=":)/g))
      expect(OPERATOR_NAMES.filter((name) => !used.has(name))).toEqual([])
    })
  })
}

function isUnknownMark(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.$unknown === true
}
