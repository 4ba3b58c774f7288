import { afterEach, describe, expect, it } from 'vitest'
import '../define.ts'
import { FIELD_KINDS } from '@motcua/schemas/definition'
import type { FieldKind } from '@motcua/schemas/definition'
import { NEW_PLACEMENT, PHRASES } from './phrases.ts'
import { play, press } from './player.ts'
import type { Step } from './step.ts'
import { mountFixture } from './text-boxes.ts'
import { NOT_TYPED, OTHER_BOXES, TEXT_FIELDS, answerFor, boxOf, caretOf } from './text-fields.ts'
import { TRACES } from './trace.ts'
import { METHODS, STYLES, typePhrase, typedText } from './typing-styles.ts'
import { watchControl } from './watch-control.ts'
import type { TextBox } from './watch-control.ts'

const IS_FULL = import.meta.env.MOTCUA_CONFORMANCE === 'full'

afterEach(() => { document.body.replaceChildren() })

/** One typing: what is played, and what must stand in the box before the person leaves it. */
interface Run { name: string; steps: readonly Step[]; text: string }

const typed = (phrase: string, style: (typeof STYLES)[number], method: (typeof METHODS)[number], placement: 'old' | 'new' = 'old'): Run =>
  ({ name: `${style}, ${method}: ${phrase}`, steps: typePhrase(phrase, { style, method, placement, habit: phrase.length % 2 === 0 ? 'tone-last' : 'tone-at-once' }), text: typedText(phrase, style) })

const traces: Run[] = TRACES.map(({ name, steps, value }) => ({ name: `trace: ${name}`, steps, text: value }))
const everyStyle = STYLES.flatMap((style) => METHODS.map((method) => [style, method] as const))
/** In `npm test` every phrase once, going round the styles; in full every phrase through every style, and every style in every kind of field. */
const phrases: Run[] = everyStyle.flatMap(([style, method], at) => IS_FULL
  ? [...PHRASES.map((phrase) => typed(phrase, style, method)), ...NEW_PLACEMENT.map((phrase) => typed(phrase, style, method, 'new'))]
  : [...PHRASES.filter((_, index) => index % everyStyle.length === at).map((phrase) => typed(phrase, style, method)), typed(NEW_PLACEMENT[at % NEW_PLACEMENT.length] ?? '', style, method, 'new')])

let passed = 0
let total = 0
const failures: string[] = []
async function score(name: string, run: () => Promise<void>): Promise<void> {
  total += 1
  try { await run(); passed += 1 } catch (error) { failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`) }
}

/** Plays the run into the box and looks at it before and after the person has left. */
async function expectTyped(box: TextBox, { steps, text }: Run, answer: () => unknown, kind: FieldKind): Promise<void> {
  const watch = watchControl(box)
  box.focus()
  await play(steps)
  expect(watch.rewrites).toEqual([])
  expect(box.value).toBe(box.type === 'email' ? text.trim() : text)
  if (box.type !== 'email') expect(caretOf(box)).toBe(text.length)
  expect(answer()).toEqual(answerFor(kind, text))
  expect(box.getAttribute('aria-invalid')).toBeNull()
  watch.stop()
  await press('Tab')
  expect(box.value).toBe(text.normalize('NFC').trim())
  expect(answer()).toEqual(answerFor(kind, text.trim()))
}

describe('what input methods type', () => {
  it('is tried in every kind of field that can be typed into', () => {
    expect([...TEXT_FIELDS.map(([kind]) => kind), ...OTHER_BOXES, ...NOT_TYPED].sort()).toEqual([...FIELD_KINDS].sort())
  })

  it('arrives in every kind of text field of the eForm, and nothing is rewritten under the hand', async () => {
    const runs = [...traces, ...phrases]
    // Every run once, going round the kinds; every style in every kind when all are asked for.
    const pairs = IS_FULL
      ? [...runs.map((run, at) => [run, TEXT_FIELDS[at % TEXT_FIELDS.length]] as const), ...TEXT_FIELDS.flatMap((field) => [...traces, ...everyStyle.map(([style, method]) => typed('Mỹ Thuận', style, method))].map((run) => [run, field] as const))]
      : runs.map((run, at) => [run, TEXT_FIELDS[at % TEXT_FIELDS.length]] as const)
    for (const [run, field] of pairs) {
      if (!field) continue
      const [kind, pointer] = field
      const { form, root, dispose } = await mountFixture()
      await score(`${run.name}, in ${kind}`, () => expectTyped(boxOf(root, pointer), run, () => form.field(pointer).value.peek(), kind))
      dispose()
      document.body.replaceChildren()
    }
    expect(failures).toEqual([])
  }, 900_000)

  it('arrives in every text field that stands alone', async () => {
    const runs = IS_FULL ? [...traces, ...everyStyle.map(([style, method]) => typed('Nguyễn Thị Mỹ Thuận', style, method))] : traces
    for (const [at, run] of runs.entries()) for (const [kind] of IS_FULL ? TEXT_FIELDS : TEXT_FIELDS.filter((_, index) => index === at % TEXT_FIELDS.length)) {
      const page = document.body.appendChild(document.createElement('form'))
      const element = page.appendChild(document.createElement(`motcua-${kind}-field`))
      element.setAttribute('label', 'Thử')
      element.setAttribute('name', 'test')
      // Somewhere to go when the field is left.
      page.append(document.createElement('button'))
      await score(`${run.name}, in <motcua-${kind}-field>`, async () => {
        await expect.poll(() => element.shadowRoot?.querySelector('input:enabled, textarea:enabled') ?? null).not.toBeNull()
        const box = element.shadowRoot?.querySelector<TextBox>('input, textarea')
        if (!box) throw new TypeError('no text box')
        await expectTyped(box, run, () => Reflect.get(element, 'answer'), kind)
        expect(new FormData(page).get('test')).toBe(run.text.normalize('NFC').trim())
      })
      document.body.replaceChildren()
    }
    expect(failures).toEqual([])
  }, 900_000)

  it('is counted', () => {
    console.log(`conformance: input-method traces: ${passed}/${total}`)
    expect(passed).toBe(total)
  })
})
