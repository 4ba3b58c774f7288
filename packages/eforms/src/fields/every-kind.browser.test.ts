import { createForm } from '@motcua/form-core'
import { parseInput } from '@motcua/form-core/parse-input'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import { signal } from '@preact/signals-core'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FormContext } from '../form-view/context.ts'
import { displayValue } from '../form-view/display-value.ts'
import { fillPage } from '../form-tester/fill-page.ts'
import { vitestPage } from '../form-tester/vitest-page.ts'
import { loadWords } from '../locales/strings.ts'
import type { Language } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { readCommunes } from '../places/read-communes.ts'
import { KIND_CASES } from '../testing/all-kind-cases.ts'
import { FIXTURE_PLACES } from '../testing/definition.ts'
import { answersOf, formOf, mustBeAnswered } from '../testing/every-kind.ts'
import { give, isTyped, typeAndLeave } from '../testing/give.ts'
import { answerOf, errorOf, mountKinds, testFields, valueIn } from '../testing/mount-kinds.ts'
import { PACE } from '../testing/pace.ts'

testFields()

const LANGUAGES = ['vi', 'en'] as const
const ANSWERS = answersOf()
const asked = FIELD_KINDS.filter((kind) => kind !== 'read-only')
/** Boxes with the text of the answer and nothing else. */
const plainBoxes = FIELD_KINDS.filter((kind) => !['date', 'partial-date', 'select', 'province', 'radio', 'yes-no', 'checkbox', 'checkboxes', 'consent', 'read-only'].includes(kind))

/** Questions of some kinds as the check page knows them. */
async function checkPage(kinds: readonly FieldKind[], language: Language): Promise<FormContext> {
  const definition = formOf(kinds)
  const places = new PlaceDirectory(async () => FIXTURE_PLACES)
  await places.load(readCommunes)
  const form = createForm({ definition, locale: language, initial: ANSWERS })
  return { form, words: signal(await loadWords(language, viFields)), labels: signal(definition.locales[language]), places, message: () => '' }
}

describe('a form with every kind of field', () => {
  it.each(LANGUAGES)('takes what a person answers (%s), and gives it back after a draft, in boxes and in words', async (language) => {
    const { form } = await mountKinds(FIELD_KINDS, { language })
    expect(form.project()).toEqual({})
    const context = await checkPage(FIELD_KINDS, language)
    const items = context.form.pages.value.flatMap((one) => one.items.value)
    expect(await fillPage({ page: vitestPage(page, userEvent, { pace: PACE }), form: context.form, items, context, timeoutMs: 5000 })).toEqual([])
    expect(form.project()).toEqual(ANSWERS)
    expect(form.validateAll()).toEqual([])
    const draft = JSON.parse(JSON.stringify(form.snapshot()))
    document.body.replaceChildren()

    const again = await mountKinds(FIELD_KINDS, { language })
    again.form.restore(draft)
    expect(again.form.project()).toEqual(ANSWERS)
    for (const kind of plainBoxes) {
      const { reads, boxed = reads } = KIND_CASES[kind]
      await expect.poll(() => valueIn(again, kind), { message: kind }).toBe(boxed[language])
      if (!['search-select', 'commune'].includes(kind)) expect(parseInput(kind, valueIn(again, kind)), kind).toEqual(ANSWERS[kind])
    }
    expect([...again.root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id)).toEqual(['f-radio-0', 'f-checkbox', 'f-yes-no-1', 'f-checkboxes-0', 'f-checkboxes-2', 'f-consent'])
    expect(again.root.querySelector('output')?.textContent).toBe(KIND_CASES['read-only'].reads[language])

    const words = Object.fromEntries(items.flatMap((item) => (item.type === 'field' ? [[item.definition.field, displayValue(item, context)]] : [])))
    expect(words).toEqual(Object.fromEntries(FIELD_KINDS.map((kind) => [kind, KIND_CASES[kind].reads[language]])))
  })

  it.each(LANGUAGES)('says what is missing and is accessible empty, with errors and filled (%s)', async (language) => {
    const mounted = await mountKinds(FIELD_KINDS, { language })
    const accessible = async (): Promise<string[]> => (await axe.run(mounted.root.host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(await accessible()).toEqual([])
    expect(mounted.send().map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(FIELD_KINDS.filter(mustBeAnswered).map((kind) => `/${kind} required`))
    await expect.poll(() => Object.fromEntries(FIELD_KINDS.map((kind) => [kind, errorOf(mounted, kind)]))).toEqual(Object.fromEntries(FIELD_KINDS.map((kind) => [kind, mustBeAnswered(kind) ? KIND_CASES[kind].missing?.[language] : ''])))
    expect(await accessible()).toEqual([])
    document.body.replaceChildren()
    const filled = await mountKinds(FIELD_KINDS, { language, initial: { ...ANSWERS } })
    expect(filled.send()).toEqual([])
    expect((await axe.run(filled.root.host)).violations.map(({ id }) => id)).toEqual([])
  })

  it('leads from the summary to the first control of each', async () => {
    const { root, send } = await mountKinds()
    send()
    for (const kind of FIELD_KINDS.filter(mustBeAnswered)) {
      root.querySelector<HTMLElement>(`#summary a[href="#f-${kind}"]`)?.click()
      expect(root.activeElement?.id, kind).toMatch(new RegExp(`^f-${kind}(-0|-day)?$`))
    }
  })
})

describe.each(asked)('an answer of the kind %s', (kind) => {
  const { takenBack, answer, typed = [], nothing = [] } = KIND_CASES[kind]

  it('is none before anybody has given one, once it is taken back, and when nothing is left that means one', async () => {
    const mounted = await mountKinds([kind])
    const now = () => [answerOf(mounted, kind), mounted.form.project()]
    expect(now()).toEqual([undefined, {}])
    await give(kind, answer)
    expect(mounted.form.project()).toEqual({ [kind]: answer })
    if (takenBack !== 'never') {
      await give(kind, takenBack === 'emptied' ? undefined : answer)
      await userEvent.keyboard('{Tab}')
      expect(now()).toEqual([undefined, {}])
    }
    for (const text of nothing) {
      await typeAndLeave(kind, text)
      expect(now(), JSON.stringify(text)).toEqual([undefined, {}])
    }
  })

  if (typed.length > 0) it('is read from what people write', async () => {
    const mounted = await mountKinds([kind])
    for (const [text, meant] of typed) {
      await typeAndLeave(kind, text)
      await expect.poll(() => answerOf(mounted, kind), { message: text }).toEqual(meant)
      expect(errorOf(mounted, kind), text).toBe('')
    }
  })

  const wrong = KIND_CASES[kind].wrong.filter(({ only }) => only !== 'alone')
  if (wrong.length > 0) it('is kept when it is wrong, through a draft too, and what is wrong is said in either language', async () => {
    const mounted = await mountKinds([kind])
    const said = () => errorOf(mounted, kind)
    for (const { gives, says } of wrong) {
      if (isTyped(kind)) await typeAndLeave(kind, String(gives))
      else mounted.form.setValue(`/${kind}`, gives)
      mounted.send()
      await expect.poll(said, { message: JSON.stringify(gives) }).toBe(says.vi)
      expect(mounted.form.project()).toHaveProperty(kind)
      const draft = createForm({ definition: formOf([kind]) })
      draft.restore(JSON.parse(JSON.stringify(mounted.form.snapshot())))
      expect(draft.project()).toEqual(mounted.form.project())
      await mounted.speak('en')
      await expect.poll(said, { message: JSON.stringify(gives) }).toBe(says.en)
      await mounted.speak('vi')
    }
  })
})
