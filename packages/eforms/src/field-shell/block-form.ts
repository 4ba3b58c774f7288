import { createForm, messageIn } from '@motcua/form-core'
import type { FieldIssue, FieldState, Form, ItemState } from '@motcua/form-core'
import type { JsonObject } from '@motcua/core/json'
import { blockDefinition } from '@motcua/schemas/blocks'
import type { BlockName } from '@motcua/schemas/blocks'
import { computed, effect, untracked } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { html, render } from 'lit/html.js'
import { fieldId } from '../form-view/context.ts'
import type { FormContext } from '../form-view/context.ts'
import { displayValue } from '../form-view/display-value.ts'
import { mountItems } from '../form-view/mount-items.ts'
import type { Words } from '../locales/strings.ts'
import type { PlaceDirectory } from '../places/place-directory.ts'

export interface BlockFormOptions {
  words: ReadonlySignal<Words>
  places: PlaceDirectory
  initial: JsonObject
  onEdit(): void
  /** What is wrong may have changed without an edit. */
  onNews(): void
}

/** The questions of one block with their engine: what `<motcua-eform>` has on a page, and nothing round it. */
export class BlockForm {
  /** Where the questions are drawn. */
  readonly box = document.createElement('div')
  readonly #form: Form
  readonly #context: FormContext
  readonly #provinceOf: (commune: string) => string | undefined
  /** What a form has in which nobody has answered: its defaults. */
  readonly #untouched: string
  readonly #stops: Array<() => void>
  #stopItems: () => void = () => undefined
  #locked: boolean | undefined

  static async open(name: BlockName, options: BlockFormOptions): Promise<BlockForm> { return new BlockForm(createBlock(await blockDefinition(name), options), options) }

  private constructor(form: Form, { words, places, onEdit, onNews }: BlockFormOptions) {
    this.#form = form
    this.#provinceOf = (commune) => places.commune(commune)?.provinceCode
    this.#untouched = JSON.stringify(createForm({ definition: form.definition }).project())
    this.#context = {
      form, words, places, labels: computed(() => form.definition.locales[words.value.language]),
      message: (issue) => messageIn(issue, form.definition, { tag: words.value.tag, bundle: form.definition.locales[words.value.language], sentences: {}, base: words.value.sentences }),
    }
    this.#stops = [
      effect(() => { form.locale.value = words.value.language }),
      places.state.subscribe(onNews),
      effect(() => { if (form.dirty.value) untracked(() => { form.markSaved(); onEdit() }) }),
    ]
  }

  /** Name of the group, in the present language. */
  get legend(): string { return Object.values(this.#context.labels.value.groups)[0]?.legend ?? '' }

  /** Visible answers; `undefined` while there is nothing but defaults. */
  get answer(): JsonObject | undefined {
    const answer = this.#form.project()
    return JSON.stringify(answer) === this.#untouched ? undefined : answer
  }

  /** The first thing wrong, whether it is on show or not. */
  get problem(): string | undefined {
    const judge = createForm({ definition: this.#form.definition, provinceOf: this.#provinceOf })
    judge.restore(this.#form.snapshot())
    const [first] = judge.validateAll()
    return first && this.#context.message(first)
  }

  /** Shows everything that is wrong; gives the id of the first question that is. */
  showProblems(): string | undefined {
    const [first]: FieldIssue[] = this.#form.validateAll()
    return first && fieldId(first.pointer)
  }

  /** Draws the questions, or the answers as text when they cannot be edited. */
  draw({ locked }: { locked: boolean }): HTMLElement {
    if (locked === this.#locked) return this.box
    this.#locked = locked
    this.#stopItems()
    this.box.replaceChildren()
    const items = this.#form.pages.value.flatMap((page) => page.items.value.flatMap((item) => (item.type === 'group' ? [item.items] : [])))[0]
    if (!items) return this.box
    this.#stopItems = locked ? this.#drawAnswers(items) : mountItems(this.box, items, this.#context)
    return this.box
  }

  #drawAnswers(items: ReadonlySignal<readonly ItemState[]>): () => void {
    const list = this.box.appendChild(document.createElement('dl'))
    return effect(() => {
      const labels = this.#context.labels.value.fields
      render(fieldsOf(items.value).map((field) => [field, displayValue(field, this.#context)] as const).filter(([, text]) => text !== '')
        .map(([field, text]) => html`<div class="row"><dt .textContent=${labels[field.definition.pointer]?.label ?? ''}></dt><dd .textContent=${text}></dd></div>`), list)
    })
  }

  dispose(): void {
    this.#stopItems()
    for (const stop of this.#stops) stop()
  }
}

function createBlock(definition: Form['definition'], { places, initial, words }: BlockFormOptions): Form {
  return createForm({ definition, initial, locale: words.peek().language, provinceOf: (commune) => places.commune(commune)?.provinceCode })
}

function fieldsOf(items: readonly ItemState[]): FieldState[] {
  return items.flatMap((item) => (item.type === 'field' ? [item] : item.type === 'group' ? fieldsOf(item.items.value) : item.rows.value.flatMap((row) => fieldsOf(row.items.value))))
}
