import type { JsonObject } from '@motcua/core/json'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { Derivation, FieldDefinition, FieldKind, FormDefinition, LocaleBundle } from '@motcua/schemas/definition'
import { KIND_CASES } from './all-kind-cases.ts'
import { fixtureDefinition } from './definition.ts'

const DERIVATIONS: Derivation[] = [{ pointer: '/read-only', value: { '*': [8000, { var: '/integer' }] } }]

/** An answer to each of these kinds, as a payload. */
export function answersOf(kinds: readonly FieldKind[] = FIELD_KINDS): JsonObject { return Object.fromEntries(kinds.map((kind) => [kind, KIND_CASES[kind].answer])) }

/** A made-up form with one question of each kind on one page, under its name: `/money`. Communes and provinces are places of the fixture. */
export function formOf(kinds: readonly FieldKind[] = FIELD_KINDS, change: (definition: FormDefinition) => void = () => undefined): FormDefinition {
  const bundle = (language: 'vi' | 'en'): LocaleBundle => ({
    pages: { all: { title: language === 'vi' ? 'Mọi loại câu hỏi' : 'Every kind of question' } }, groups: {}, rules: {},
    fields: Object.fromEntries(kinds.map((kind) => [`/${kind}`, KIND_CASES[kind].words[language]])),
  })
  return fixtureDefinition((definition) => {
    Object.assign(definition, {
      schema: {
        type: 'object', additionalProperties: false, required: kinds.filter(mustBeAnswered),
        properties: Object.fromEntries(kinds.map((kind) => [kind, KIND_CASES[kind].schema])),
      },
      pages: [{ id: 'all', items: kinds.map((kind) => question(kind, kinds)) }],
      rules: [], derivations: kinds.includes('read-only') ? DERIVATIONS : [],
      optionSets: Object.fromEntries(kinds.flatMap((kind) => { const { options } = KIND_CASES[kind]; return options ? [[kind, [...options]]] : [] })),
      locales: { vi: bundle('vi'), en: bundle('en') },
    } satisfies Partial<FormDefinition>)
    change(definition)
  })
}

/** Whether nothing at all would be wrong. */
export function mustBeAnswered(kind: FieldKind): boolean { return KIND_CASES[kind].required ?? true }

function question(kind: FieldKind, kinds: readonly FieldKind[]): FieldDefinition {
  return {
    type: 'field', pointer: `/${kind}`, field: kind, required: mustBeAnswered(kind), ...(KIND_CASES[kind].options && { optionSet: kind }),
    ...(kind === 'commune' && kinds.includes('province') && { provincePointer: '/province' }),
  }
}
