import type { JsonObject } from '../../packages/core/src/json.ts'
import type { FieldDefinition, FormDefinition, ItemDefinition, LocaleBundle } from '../../packages/schemas/src/definition.ts'
import { schemaOf } from './model.ts'
import type { BenchField, BenchModel } from './model.ts'

const KINDS = { text: 'text', whole: 'integer', date: 'date', select: 'select', radio: 'radio', tick: 'checkbox' } as const

/** The model as the definition that our generator would have made of it. */
export function definitionOf(model: BenchModel): FormDefinition {
  const items: ItemDefinition[] = model.fields.map((field) => fieldOf(field, ''))
  if (model.rows > 0) items.push({ type: 'repeat', pointer: '/people', minRows: 0, maxRows: model.rows + 50, items: model.rowFields.map((field) => fieldOf(field, '/people/-')) })
  const labels = [...model.fields.map((field) => [`/${field.name}`, field] as const), ...model.rowFields.map((field) => [`/people/-/${field.name}`, field] as const)]
  const words: LocaleBundle = {
    pages: { all: { title: model.title } }, groups: { '/people': { legend: 'People' } }, rules: {},
    fields: Object.fromEntries(labels.map(([pointer, { label }]) => [pointer, { label }])),
  }
  const option = (value: string) => ({ value, label: { vi: value, en: value } })
  const sets = [...model.fields, ...model.rowFields].flatMap(({ options }) => (options ? [[options.join(), options.map(option)] as const] : []))
  return {
    formatVersion: 1, procedure: NO_PROCEDURE, schema: schemaOf(model, 'forbidden') as JsonObject, pages: [{ id: 'all', items }],
    rules: [], derivations: [], optionSets: Object.fromEntries(sets), locales: { vi: words, en: words },
  }
}

function fieldOf({ name, kind, required, options, hiddenWhen }: BenchField, base: string): FieldDefinition {
  return {
    type: 'field', pointer: `${base}/${name}`, field: KINDS[kind], required: required === true, ...(options && { optionSet: options.join() }),
    ...(hiddenWhen && { visibleWhen: { '!=': [{ var: [`/${hiddenWhen.field}`, ''] }, hiddenWhen.equals] } }),
  }
}

const NO_PROCEDURE: FormDefinition['procedure'] = {
  slug: 'bench', effectiveFrom: '2026-01-01', effectiveTo: null, completeness: 'complete', codes: [], name: { vi: '', en: '' }, summary: { vi: '', en: '' }, sector: { vi: '', en: '' },
  endings: [], channels: [], handOff: { url: '', text: { vi: '', en: '' }, source: '', checkedOn: '2026-11', confidence: 'UNKNOWN' },
  eligibility: [], timeLimits: [], fees: [], documents: [], results: [], legalBases: [],
  supplementPolicy: { maxRequests: 0, source: '', checkedOn: '2026-11', confidence: 'UNKNOWN' },
}
