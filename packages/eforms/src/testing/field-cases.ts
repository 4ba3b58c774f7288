import { createForm } from '@motcua/form-core'
import { blockDefinition } from '@motcua/schemas/blocks'
import type { BlockName } from '@motcua/schemas/blocks'
import type { FieldKind, LocalizedText } from '@motcua/schemas/definition'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import { signal } from '@preact/signals-core'
import { page, userEvent } from 'vitest/browser'
import { fillPage } from '../form-tester/fill-page.ts'
import { vitestPage } from '../form-tester/vitest-page.ts'
import { loadWords } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { KIND_CASES } from './all-kind-cases.ts'
import { BLOCK_CASES } from './block-cases.ts'
import { FIXTURE_PLACES } from './definition.ts'
import { give, isTyped, typeAndLeave } from './give.ts'
import { unanswered } from './kind-cases.ts'
import type { KindCases } from './kind-cases.ts'
import { PACE } from './pace.ts'

/** Something wrong of a field alone on a page. */
export interface WrongAlone { gives: JsonValue; isTyped: boolean; says: LocalizedText; attributes?: Readonly<Record<string, string>> }

/** One stand-alone field as the shared suite drives it: made of the cases of its kind or block, which say the facts. */
export interface FieldCase {
  tag: string
  label: LocalizedText
  choices: ReadonlyArray<Readonly<LocalizedText & { value: string }>>
  attributes: Readonly<Record<string, string>>
  answer: JsonValue
  /** The answer as text, as the attribute takes it and the form receives it. */
  value: string
  /** What the form receives for it, under the name of the field `test`. */
  entries: ReadonlyArray<readonly [name: string, value: string]>
  /** Gives the answer as a person does. */
  fill(): Promise<unknown>
  /** What a locked field reads; of a block, its last answer. */
  reads: string
  /** What is said when it is required and empty; of a block, its first question. */
  missing: LocalizedText
  /** The same, of the whole: what the page is told. */
  told: LocalizedText
  wrong: readonly WrongAlone[]
  /** Types it and leaves; absent for what is not typed. */
  type?: (text: string, language: 'vi' | 'en') => Promise<void>
  typed: NonNullable<KindCases['typed']>
  nothing: readonly string[]
  doubtful: NonNullable<KindCases['doubtful']>
}

/** The label of a field that has no cases of its own. */
export const LABEL = 'Thử'
export const loadPlaces = async () => FIXTURE_PLACES
/** Leaves the field as a person does. */
export const leave = () => page.getByRole('button', { name: 'Ra ngoài' }).click()

/** Every field that takes an answer. */
export const FIELD_CASES: readonly FieldCase[] = [
  ...FIELD_KINDS.filter((kind) => kind !== 'read-only').map(ofKind),
  ...(Object.keys(BLOCK_CASES) as BlockName[]).map(ofBlock),
]

function ofKind(kind: FieldKind): FieldCase {
  const { words, options = [], attributes = {}, answer, value, parts = [value], reads, boxed = reads, wrong, typed = [], nothing = [], doubtful = [], missing: said } = KIND_CASES[kind]
  const label: LocalizedText = { vi: words.vi.label, en: words.en.label }
  const missing = said ?? unanswered(label)
  const isSearched = kind === 'search-select' || kind === 'commune'
  return {
    tag: `motcua-${kind}-field`, label, choices: options.map((option) => ({ value: option.value, ...option.label })), attributes, answer, value,
    entries: parts.map((text) => ['test', text] as const), fill: () => give(kind, answer), reads: boxed.vi, missing, told: missing,
    wrong: wrong.filter(({ only }) => only !== 'form').map(({ says, alone = says, ...one }) => ({ ...one, isTyped: isTyped(kind), says: alone })),
    ...((isTyped(kind) || isSearched) && { type: (text, language) => typeAndLeave(kind, text, language) }), typed, nothing, doubtful,
  }
}

function ofBlock(block: BlockName): FieldCase {
  const { legend, answers: [answer], reads, missing, wrong } = BLOCK_CASES[block]
  return {
    tag: `motcua-${block}-field`, label: legend, choices: [], attributes: {}, answer, value: JSON.stringify(answer),
    entries: Object.entries(answer).map(([name, one]) => [`test.${name}`, String(one)] as const), fill: () => fillBlock(block, answer),
    reads: reads.at(-1)?.vi ?? '', missing, told: unanswered(legend), wrong: wrong.map((one) => ({ ...one, isTyped: false })), typed: [], nothing: [], doubtful: [],
  }
}

async function fillBlock(block: BlockName, answer: JsonObject): Promise<void> {
  const definition = await blockDefinition(block)
  const places = new PlaceDirectory(loadPlaces)
  await places.load(readCommunes)
  const form = createForm({ definition, initial: answer })
  const context = { form, words: signal(await loadWords('vi', viFields)), labels: signal(definition.locales.vi), places, message: () => '' }
  // Alone, the questions stand in the group that is the element.
  const items = form.pages.value.flatMap((one) => one.items.value.flatMap((item) => (item.type === 'group' ? item.items.value : [item])))
  const unfilled = await fillPage({ page: vitestPage(page, userEvent, { pace: PACE }), form, items, context, timeoutMs: 3000 })
  if (unfilled.length > 0) throw new Error(`Cannot fill the block ${block}: ${JSON.stringify(unfilled)}.`)
}
