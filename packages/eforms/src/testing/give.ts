import type { FieldKind } from '@motcua/schemas/definition'
import type { JsonValue } from '@motcua/core/json'
import { PROVINCES } from '@motcua/schemas/reference'
import { page, userEvent } from 'vitest/browser'
import { ANSWERS, roleOf } from '../form-tester/answer-field.ts'
import { questionName } from '../form-tester/name-pattern.ts'
import { vitestPage } from '../form-tester/vitest-page.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { KIND_CASES } from './all-kind-cases.ts'
import { FIXTURE_PLACES } from './definition.ts'
import { PACE } from './pace.ts'

const PAGE = vitestPage(page, userEvent, { pace: PACE })

/** Whether a person types the answer; days are typed in three boxes. */
export const isTyped = (kind: FieldKind): boolean => roleOf(kind) === 'textbox' || isDay(kind)
const isDay = (kind: FieldKind): boolean => kind === 'date' || kind === 'partial-date'

/** Name of the question of a kind, with or without the mark of an optional one. */
export async function nameOf(kind: FieldKind, language: Language): Promise<RegExp> {
  return questionName(KIND_CASES[kind].words[language].label, (await loadWords(language, viFields))('optional'))
}

/** Answers the question of a kind, wherever it stands on the page, as a person does; `undefined` empties it. */
export async function give(kind: FieldKind, value: JsonValue | undefined, language: Language = 'vi'): Promise<void> {
  const places = new PlaceDirectory(async () => FIXTURE_PLACES)
  await places.load(readCommunes)
  const options = kind === 'province' ? PROVINCES.map(({ code, name }) => ({ value: code, label: name }))
    : (KIND_CASES[kind].options ?? []).map((option) => ({ value: option.value, label: option.label[language] }))
  const failed = await ANSWERS[kind]({ page: PAGE, words: await loadWords(language, viFields), places, name: await nameOf(kind, language), within: [], index: 0, options, value })
  if (failed) throw new Error(`Cannot give ${JSON.stringify(value)} to the field of the kind ${kind}: ${failed}.`)
}

/** Types into the field of a kind and leaves it; days as `5/11/2021`. */
export async function typeAndLeave(kind: FieldKind, text: string, language: Language = 'vi'): Promise<void> {
  const name = await nameOf(kind, language)
  const parts = text.split('/')
  const boxes = isDay(kind) ? page.getByRole('group', { name }).getByRole('textbox') : page.getByRole(roleOf(kind) === 'combobox' ? 'combobox' : 'textbox', { name })
  for (const [index, part] of (isDay(kind) ? parts : [text]).entries()) await boxes.nth(index).fill(part)
  await userEvent.keyboard('{Tab}')
}
