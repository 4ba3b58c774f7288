import { createWorkingCalendar } from '@motcua/core/calendar'
import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import { checkRules, validateAnswers } from '@motcua/form-core/validate'
import { type CompiledProcedure, isJsonObject, type Report, type SourceTree } from '@motcua/schemas/generator'
import { workingCalendarData } from '@motcua/schemas/reference'

const calendar = createWorkingCalendar(workingCalendarData())

/** Every sample gives exactly the issues it names: those of the schema or, when the schema finds none, of the rules. */
export function checkSamples({ folder, definition }: CompiledProcedure, tree: SourceTree, report: Report): void {
  for (const kind of ['valid', 'invalid'] as const) {
    const samples = [...tree.values()].filter((file) => file.path.startsWith(`${folder}/samples/${kind}/`))
    if (samples.length === 0) {
      report({ code: 'no-samples', file: `${folder}/procedure.json`, pointer: '', message: `There is no ${kind} sample.`, fix: `Add samples/${kind}/<name>.json with answers${kind === 'invalid' ? ' and the issues they must give' : ''}.` })
    }
    for (const { path, value } of samples) {
      if (!isJsonObject(value)) continue
      const wanted = named(value.issues)
      if ((kind === 'invalid') !== (wanted.length > 0)) {
        report({ code: 'sample-kind', file: path, pointer: '/issues', message: `A sample under ${kind}/ ${kind === 'valid' ? 'names no issues' : 'names the issues it must give'}.`, fix: 'Move the file, or correct "issues".' })
        continue
      }
      const today = new Date(`${String(value.today)}T05:00:00Z`)
      const got = judge(definition, value.answers ?? null, today, kind).map(({ pointer, code }) => `${pointer} ${code}`)
      const missing = wanted.filter((issue) => !got.includes(issue))
      const extra = got.filter((issue) => !wanted.includes(issue))
      if (missing.length > 0 || extra.length > 0) {
        const says = [missing.length > 0 ? `does not give ${missing.join(', ')}` : '', extra.length > 0 ? `also gives ${extra.join(', ')}` : ''].filter((part) => part !== '')
        report({ code: 'sample-disagrees', file: path, pointer: kind === 'valid' ? '/answers' : '/issues', message: `The sample ${says.join(' and ')}.`, fix: 'Correct the answers, the issues it names, or the schema.' })
      }
    }
  }
}

function judge(definition: CompiledProcedure['definition'], answers: JsonValue, today: Date, kind: 'valid' | 'invalid'): Issue[] {
  const issues = validateAnswers(definition.schema, answers)
  if (issues.length > 0 || !isJsonObject(answers)) return issues
  const broken = checkRules(definition, answers, { now: () => today, rules: { calendar } })
  // A valid sample may be warned about; an invalid one names its warnings too.
  return kind === 'valid' ? broken.filter((issue) => issue.severity === 'error') : broken
}

function named(issues: JsonValue | undefined): string[] {
  return Array.isArray(issues) ? issues.filter(isJsonObject).map((issue) => `${String(issue.pointer)} ${String(issue.code)}`) : []
}
