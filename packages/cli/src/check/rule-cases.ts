import type { JsonObject } from '@motcua/core/json'
import { checkRules } from '@motcua/form-core/validate'
import { type CompiledProcedure, type Report } from '@motcua/schemas/generator'
import { sampleCalendar, type JudgedSample } from './samples.ts'

/** Every cross-field rule is met by one sample that passes it and one that fails it: a rule nobody tried may say anything. */
export function checkRuleCases({ folder, definition }: CompiledProcedure, samples: readonly JudgedSample[], report: Report): void {
  const { passed, failed } = ruleCases(definition, samples)
  definition.rules.forEach(({ id, severity }, index) => {
    const missing = [...(passed.has(id) ? [] : ['passes']), ...(failed.has(id) ? [] : ['fails'])]
    if (missing.length === 0) return
    report({
      code: 'rule-without-case', file: `${folder}/form.layout.json`, pointer: `/rules/${index}`, message: `No sample ${missing.join(' and none ')} the rule "${id}".`,
      fix: `Add ${passed.has(id) ? '' : 'a valid sample in which it applies and holds'}${missing.length === 2 ? ', and ' : ''}${failed.has(id) ? '' : `an invalid sample that names { "pointer": …, "code": "${id}" }${severity === 'warning' ? '; a warning alone is reason enough' : ''}`}.`,
    })
  })
}

/** Which rules the samples pass, and which they fail. A rule that does not apply, or is unknown, counts as neither. */
export function ruleCases(definition: CompiledProcedure['definition'], samples: readonly JudgedSample[]): { passed: Set<string>; failed: Set<string> } {
  // Where the opposite of a rule fails, the rule applies and holds.
  const opposite = { ...definition, rules: definition.rules.map((rule) => ({ ...rule, assert: { '!': [rule.assert] } })) }
  const idsOf = (of: typeof definition, { answers, today }: JudgedSample & { answers: JsonObject }): string[] =>
    checkRules(of, answers, { now: () => today, rules: { calendar: sampleCalendar } }).map(({ code }) => code)
  const asked = samples.filter((sample): sample is JudgedSample & { answers: JsonObject } => sample.answers !== undefined)
  return {
    passed: new Set(asked.filter(({ kind }) => kind === 'valid').flatMap((sample) => idsOf(opposite, sample))),
    failed: new Set(asked.flatMap((sample) => idsOf(definition, sample))),
  }
}
