import { createWorkingCalendar } from '@motcua/core/calendar'
import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { checkPlaces, checkRules, type PlaceDirectory, validateAnswers } from '@motcua/form-core/validate'
import { type CompiledProcedure, isJsonObject, type Report, type SourceTree } from '@motcua/schemas/generator'
import { workingCalendarData } from '@motcua/schemas/reference'

/** The working days the samples are judged by. */
export const sampleCalendar = createWorkingCalendar(workingCalendarData())

/** A sample that was looked at. */
export interface JudgedSample {
  kind: 'valid' | 'invalid'
  today: Date
  /** Undefined when they are no object: rules have nothing to read then. */
  answers: JsonObject | undefined
}

/** Every sample gives exactly the issues it names, those of the schema and those of the rules. */
export function checkSamples({ folder, definition }: CompiledProcedure, tree: SourceTree, report: Report): JudgedSample[] {
  const places = placesIn(tree)
  return (['valid', 'invalid'] as const).flatMap((kind) => {
    const samples = [...tree.values()].filter((file) => file.path.startsWith(`${folder}/samples/${kind}/`))
    if (samples.length === 0) {
      report({ code: 'no-samples', file: `${folder}/procedure.json`, pointer: '', message: `There is no ${kind} sample.`, fix: `Add samples/${kind}/<name>.json with answers${kind === 'invalid' ? ' and the issues they must give' : ''}.` })
    }
    return samples.flatMap(({ path, value }): JudgedSample[] => {
      if (!isJsonObject(value)) return []
      const wanted = named(value.issues)
      if ((kind === 'invalid') !== (wanted.length > 0)) {
        report({ code: 'sample-kind', file: path, pointer: '/issues', message: `A sample under ${kind}/ ${kind === 'valid' ? 'names no issues' : 'names the issues it must give'}.`, fix: 'Move the file, or correct "issues".' })
        return []
      }
      const today = new Date(`${String(value.today)}T05:00:00Z`)
      const issues = judge(definition, value.answers ?? null, today, places)
      const got = issues.map(nameOf)
      const missing = wanted.filter((issue) => !got.includes(issue))
      // A valid sample may be warned about; an invalid one names its warnings too.
      const extra = issues.filter((issue) => kind === 'invalid' || issue.severity === 'error').map(nameOf).filter((issue) => !wanted.includes(issue))
      if (missing.length > 0 || extra.length > 0) {
        const says = [missing.length > 0 ? `does not give ${missing.join(', ')}` : '', extra.length > 0 ? `also gives ${extra.join(', ')}` : ''].filter((part) => part !== '')
        report({ code: 'sample-disagrees', file: path, pointer: kind === 'valid' ? '/answers' : '/issues', message: `The sample ${says.join(' and ')}.`, fix: 'Correct the answers, the issues it names, or the schema.' })
      }
      return [{ kind, today, answers: isJsonObject(value.answers) ? value.answers : undefined }]
    })
  })
}

/** What the schema, the rules and the list of communes find, together: a value of the wrong form hides nothing elsewhere. */
function judge(definition: CompiledProcedure['definition'], answers: JsonValue, today: Date, places: PlaceDirectory): Issue[] {
  const issues = validateAnswers(definition.schema, answers)
  if (!isJsonObject(answers)) return issues
  return [...issues, ...checkRules(definition, answers, { now: () => today, rules: { calendar: sampleCalendar } }), ...checkPlaces(definition, answers, places)]
}

const PLACES = new WeakMap<SourceTree, PlaceDirectory>()

/** The communes of the tree's own list, which may be newer than the published one. */
function placesIn(tree: SourceTree): PlaceDirectory {
  const known = PLACES.get(tree)
  if (known !== undefined) return known
  const units = tree.get('reference/administrative-units.json')?.value
  const provinces = isJsonObject(units) && Array.isArray(units.provinces) ? units.provinces : []
  const byCode = new Map(provinces.flatMap((province) => {
    if (!Array.isArray(province)) return []
    const [provinceCode, , , communes] = province
    return (Array.isArray(communes) ? communes : []).map((commune) => [Array.isArray(commune) ? commune[0] : undefined, { provinceCode: String(provinceCode) }] as const)
  }))
  const places = { find: (code: string) => byCode.get(code) }
  PLACES.set(tree, places)
  return places
}

function nameOf({ pointer, code }: Issue): string { return `${pointer} ${code}` }

function named(issues: JsonValue | undefined): string[] {
  return Array.isArray(issues) ? issues.filter(isJsonObject).map((issue) => `${String(issue.pointer)} ${String(issue.code)}`) : []
}
