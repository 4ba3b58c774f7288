import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FieldDefinition, FieldKind, FormDefinition } from '@motcua/schemas/definition'
import { parseInput } from '@motcua/form-core/parse-input'
import { fixtureDefinition } from '../testing/definition.ts'
import type { TextBox } from './watch-control.ts'

/** Kinds of field that are one text box for words; where in the fixture they stand. */
export const TEXT_FIELDS: ReadonlyArray<readonly [kind: FieldKind, pointer: string]> = [
  ['text', '/note'], ['long-text', '/reason'], ['person-name', '/requester/fullName'], ['personal-id', '/requester/personalId'],
  ['phone', '/requester/phone'], ['email', '/requester/email'], ['integer', '/count'], ['number', '/weight'], ['money', '/income'], ['time', '/hour'],
]

/** Kinds that are tried in ways of their own: figures in several boxes, and words that only search. */
export const OTHER_BOXES: readonly FieldKind[] = ['date', 'partial-date', 'commune', 'search-select']
/** Kinds that nobody types into. */
export const NOT_TYPED: readonly FieldKind[] = ['select', 'radio', 'checkbox', 'province', 'yes-no', 'checkboxes', 'read-only', 'consent']

const ADDED: ReadonlyArray<readonly [kind: FieldKind, name: string, schema: JsonObject, more?: Partial<FieldDefinition>]> = [
  ['text', 'note', { type: 'string', minLength: 1 }], ['number', 'weight', { type: 'number' }], ['money', 'income', { type: 'integer' }], ['time', 'hour', { type: 'string' }],
  ['search-select', 'kin', { type: 'string' }, { optionSet: 'relation' }],
]

/** The fixture with one of each further kind that has a text box. */
export function typingDefinition(): FormDefinition { return fixtureDefinition(withMoreBoxes) }

function withMoreBoxes(definition: FormDefinition): void {
  const { schema, pages, locales } = definition
  for (const [kind, name, own, more] of ADDED) {
    pages[0]?.items.unshift({ type: 'field', pointer: `/${name}`, field: kind, required: false, ...more })
    for (const language of ['vi', 'en'] as const) locales[language].fields[`/${name}`] = { label: name }
    if (typeof schema === 'object') schema.properties = { ...Object(schema.properties), [name]: own }
  }
}

/** The text box of a field; `part` for one of several. */
export function boxOf(root: ShadowRoot, pointer: string, part = ''): TextBox {
  const box = root.getElementById(`f${pointer.replaceAll('/', '-')}${part}`)
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) throw new TypeError(`Expected a text box for ${pointer}.`)
  return box
}

/** What the answer must be when this text stands in a box of this kind. */
export function answerFor(kind: FieldKind, text: string): JsonValue | undefined { return parseInput(kind, text) }

/** Where the caret is; a box for e-mail does not tell. */
export function caretOf(box: TextBox): number | null { return box.selectionStart === box.selectionEnd ? box.selectionStart : null }
