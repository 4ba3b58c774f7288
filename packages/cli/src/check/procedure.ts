import type { JsonValue } from '@motcua/core/json'
import { checkRule, ruleDependencies } from '@motcua/core/rules'
import { CatalogueOverlapError, createCatalogue } from '@motcua/schemas/catalogue'
import type { DefinitionIndexEntry, Procedure } from '@motcua/schemas/definition'
import { childPointer, type CompiledProcedure, isJsonObject, type Report, type SourceTree } from '@motcua/schemas/generator'

/** What no meta-schema can say about one version: its folder, dates, endings, fees, and every rule in it. */
export function checkProcedure(compiled: CompiledProcedure, tree: SourceTree, report: Report): void {
  const { folder, definition: { procedure } } = compiled
  const file = `${folder}/procedure.json`
  const place = `procedures/${procedure.slug}/${procedure.effectiveFrom}`
  if (place !== folder) {
    report({ code: 'misplaced-procedure', file, pointer: '/slug', message: `The file says ${place}, but lies in ${folder}.`, fix: 'Rename the folder, or correct slug and effectiveFrom.' })
  }
  if (procedure.effectiveTo !== null && procedure.effectiveTo < procedure.effectiveFrom) {
    report({ code: 'validity-reversed', file, pointer: '/effectiveTo', message: `It ends on ${procedure.effectiveTo}, before it begins on ${procedure.effectiveFrom}.`, fix: 'effectiveTo is the last day (inclusive), or null.' })
  }
  if (procedure.completeness === 'incomplete' && procedure.endings.some((ending) => ending.kind !== 'hand-off')) {
    report({ code: 'incomplete-but-filed', file, pointer: '/endings', message: 'An incomplete version may only end by hand-off.', fix: 'Keep "hand-off" alone, or complete the form.' })
  }
  procedure.fees.forEach((fee, index) => {
    if ((fee.amountVnd === null) !== (fee.parameter !== undefined)) {
      report({ code: 'fee-without-amount', file, pointer: `/fees/${index}`, message: `The fee "${fee.id}" needs either an amount or the name of the provincial parameter.`, fix: 'Give amountVnd a rule, or set it to null and name "parameter".' })
    }
  })
  const facts = [...procedure.fees.map((fact, index) => ({ fact, at: `/fees/${index}` })), ...procedure.documents.map((fact, index) => ({ fact, at: `/documents/${index}` }))]
  for (const { fact, at } of facts) {
    if (fact.confidence === 'UNKNOWN') {
      report({ code: 'unknown-fact-used', file, pointer: `${at}/confidence`, message: `"${fact.id}" would be charged or asked for, but the fact is UNKNOWN.`, fix: 'Establish the fact, leave the entry out, or (for a fee) make it a provincial parameter that is CONFIRMED in principle.' })
    }
  }
  for (const list of ['fees', 'documents', 'timeLimits', 'results'] as const) checkIds(procedure, list, file, report)
  checkRules(compiled, file, procedureRules(tree.get(file)?.value), report)
  const layout = `${folder}/form.layout.json`
  checkRules(compiled, layout, layoutRules(tree.get(layout)?.value), report)
}

/** Versions of one slug, and uses of one code, may not share a day. */
export function checkValidity(entries: ReadonlyArray<DefinitionIndexEntry & { folder: string }>, report: Report): void {
  try {
    createCatalogue({ entries, load: () => Promise.reject(new Error('Only the dates are looked at here')) })
  } catch (error) {
    if (!(error instanceof CatalogueOverlapError)) throw error
    const named = entries.filter((entry) => error.message.includes(`"${entry.slug}"`)).at(-1)
    report({ code: 'validity-overlap', file: `${named?.folder ?? 'procedures'}/procedure.json`, pointer: '/effectiveFrom', message: `${error.message}.`, fix: 'End the earlier version the day before the later one begins.' })
  }
}

function checkIds(procedure: Procedure, list: 'fees' | 'documents' | 'timeLimits' | 'results', file: string, report: Report): void {
  const seen = new Set<string>()
  procedure[list].forEach(({ id }, index) => {
    if (seen.has(id)) report({ code: 'duplicate-id', file, pointer: `/${list}/${index}/id`, message: `"${id}" is used twice in ${list}.`, fix: 'Give each entry an id of its own.' })
    seen.add(id)
  })
}

interface PlacedRule { rule: JsonValue; at: string }

function checkRules({ outline }: CompiledProcedure, file: string, rules: readonly PlacedRule[], report: Report): void {
  for (const { rule, at } of rules) {
    const problems = checkRule(rule)
    for (const problem of problems) {
      report({ code: 'bad-rule', file, pointer: at + problem.pointer, message: `${problem.message}.`, fix: 'Write the rule in JSON Logic syntax with the operators of @motcua/core/rules.' })
    }
    for (const pointer of problems.length > 0 ? [] : ruleDependencies(rule)) {
      if (!outline.nodes.has(pointer)) {
        report({ code: 'unknown-answer', file, pointer: at, message: `The rule reads "${pointer}", which the schema does not have.`, fix: 'Correct the pointer, or add the property to form.schema.json.' })
      }
    }
  }
}

/** Rules in procedure.json: wherever a key that holds one stands. */
function procedureRules(value: JsonValue | undefined): PlacedRule[] {
  return rulesUnder(value, '', new Set(['requiredWhen', 'appliesWhen', 'amountVnd'])).filter(({ rule }) => rule !== null)
}

function layoutRules(value: JsonValue | undefined): PlacedRule[] {
  if (!isJsonObject(value)) return []
  return [
    ...rulesUnder(value.pages, '/pages', new Set(['visibleWhen', 'when'])),
    ...rulesUnder(value.rules, '/rules', new Set(['when', 'assert'])),
    ...rulesUnder(value.derivations, '/derivations', new Set(['when', 'value'])),
  ]
}

function rulesUnder(value: JsonValue | undefined, at: string, keys: ReadonlySet<string>): PlacedRule[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]: [string, JsonValue]) => (keys.has(key) && !Array.isArray(value)
    ? [{ rule: child, at: childPointer(at, key) }]
    : rulesUnder(child, childPointer(at, key), keys)))
}
