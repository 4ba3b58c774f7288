import { createForm } from '@motcua/form-core'
import type { JsonObject } from '@motcua/core/json'
import { BLOCK_NAMES, blockDefinition } from '@motcua/schemas/blocks'
import type { BlockName } from '@motcua/schemas/blocks'
import { signal } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FormContext } from '../form-view/context.ts'
import { displayValue } from '../form-view/display-value.ts'
import { fillPage } from '../form-tester/fill-page.ts'
import { planItems } from '../form-tester/planned-field.ts'
import { vitestPage } from '../form-tester/vitest-page.ts'
import { mountForm } from '../form/mount-form.ts'
import type { MountedForm, MountFormOptions } from '../form/mount-form.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { BLOCK_CASES } from '../testing/block-cases.ts'
import { FIXTURE_PLACES, fixtureDefinition } from '../testing/definition.ts'
import { testFields } from '../testing/mount-kinds.ts'
import { PACE } from '../testing/pace.ts'

testFields()

const loadPlaces = async () => FIXTURE_PLACES
const LANGUAGES = ['vi', 'en'] as const

/** A form that asks the questions of a block and no others. */
async function mountBlock(block: BlockName, options: MountFormOptions = {}): Promise<MountedForm> {
  const { schema, pages, rules, derivations, optionSets, locales } = await blockDefinition(block)
  const definition = fixtureDefinition((fixture) => { Object.assign(fixture, { schema, pages, rules, derivations, optionSets, locales }) })
  return mountForm(document.body.appendChild(document.createElement('main')), definition, { loadPlaces, ...options })
}

/** The questions with these answers, as the check page and the tester know them. */
async function answered(block: BlockName, initial: JsonObject, language: Language): Promise<FormContext> {
  const definition = await blockDefinition(block)
  const places = new PlaceDirectory(loadPlaces)
  await places.load(readCommunes)
  return { form: createForm({ definition, initial, locale: language }), words: signal(await loadWords(language, viFields)), labels: signal(definition.locales[language]), places, message: () => '' }
}

const itemsOf = ({ form }: FormContext) => form.pages.value.flatMap((one) => one.items.value)
const firstError = ({ root }: MountedForm) => root.querySelector('#summary a')?.textContent

describe.each(BLOCK_NAMES)('the block %s in a form', (block) => {
  const { first, answers, reads, missing, wrong } = BLOCK_CASES[block]

  it.each(answers)('takes %j from a person, and gives it back after a draft', async (answer) => {
    const { form } = await mountBlock(block)
    expect(form.project()).toEqual(first)
    const context = await answered(block, answer, 'vi')
    expect(await fillPage({ page: vitestPage(page, userEvent, { pace: PACE }), form: context.form, items: itemsOf(context), context, timeoutMs: 5000 })).toEqual([])
    expect([form.project(), form.validateAll()]).toEqual([answer, []])
    const again = await mountBlock(block)
    again.form.restore(JSON.parse(JSON.stringify(form.snapshot())))
    expect(again.form.project()).toEqual(answer)
  })

  it.each(LANGUAGES)('says what is missing and what is wrong, and reads as people say it (%s)', async (language) => {
    for (const { gives, says } of [{ gives: first, says: missing }, ...wrong]) {
      const mounted = await mountBlock(block, { initial: gives, language })
      // What of the answer only the list of places can judge is judged once that is here.
      await expect.poll(() => { mounted.send(); return firstError(mounted) }, { message: JSON.stringify(gives) }).toBe(says[language])
      mounted.dispose()
    }
    const context = await answered(block, answers[0], language)
    const { fields } = planItems(itemsOf(context), context.form, context.words.value)
    expect(fields.map(({ state }) => displayValue(state, context)).filter((text) => text !== '')).toEqual(reads.map((text) => text[language]))
  })
})
