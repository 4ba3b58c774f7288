import type { JsonValue } from '@motcua/core/json'
import type { FieldKind, FormDefinition } from '@motcua/schemas/definition'
import { parseInput } from '@motcua/form-core/parse-input'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm } from '../form/mount-form.ts'
import { FIXTURE_PLACES, fixtureDefinition } from '../testing/definition.ts'
import type { TextBox } from './watch-control.ts'

/** Kinds of field that are one text box for words; where in the fixture they stand. */
export const TEXT_FIELDS: ReadonlyArray<readonly [kind: FieldKind, pointer: string]> = [
  ['text', '/note'], ['long-text', '/reason'], ['person-name', '/requester/fullName'], ['personal-id', '/requester/personalId'],
  ['phone', '/requester/phone'], ['email', '/requester/email'], ['integer', '/count'],
]

/** Every question of the fixture on one page, with one line of plain text more. */
export function mountFixture(): MountedForm {
  const host = document.body.appendChild(document.createElement('div'))
  return mountForm(host, fixtureDefinition(withNote), { loadPlaces: async () => FIXTURE_PLACES })
}

export function withNote(definition: FormDefinition): void {
  definition.pages[0]?.items.unshift({ type: 'field', pointer: '/note', field: 'text', required: false })
  for (const language of ['vi', 'en'] as const) definition.locales[language].fields['/note'] = { label: language === 'vi' ? 'Ghi chú' : 'Note' }
  if (typeof definition.schema === 'object') definition.schema.properties = { ...Object(definition.schema.properties), note: { type: 'string', minLength: 1 } }
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
