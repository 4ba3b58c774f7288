import { effect, signal } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { RowState } from '@motcua/form-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { afterPress } from '../dom/after-press.ts'
import { holdStill } from '../dom/focus.ts'
import type { Words } from '../locales/strings.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { mountItems } from './mount-items.ts'
import { rowName } from './row-name.ts'

export interface RowView {
  row: RowState
  /** Place among the rows, from 1. */
  number: ReadonlySignal<number>
  canRemove: ReadonlySignal<boolean>
  remove(): void
}

/** One row of a repeating group under its number and name. */
export function mountRow(box: HTMLFieldSetElement, { row, number, canRemove, remove }: RowView, context: FormContext): () => void {
  box.className = 'group'
  box.id = fieldId(row.pointer)
  box.tabIndex = -1
  const items = document.createElement('div')
  const stopItems = mountItems(items, row.items, context)
  // A legend that changed with each key would lay the whole group out anew: it waits until the question is left.
  const name = signal('')
  const stopName = effect(() => {
    const next = rowName(row, context)
    if (!box.matches(':focus-within')) name.value = next
  })
  const rename = (): void => { afterPress(() => { name.value = rowName(row, context) }) }
  box.addEventListener('focusout', rename)
  const stop = effect(() => {
    const words = context.words.value
    render(html`<legend .textContent=${rowTitle(words, number.value, name.value)}></legend>${items}
      ${canRemove.value ? html`<button type="button" class="link" .textContent=${words('removeRow', { number: number.value })} @mousedown=${holdStill} @click=${remove}></button>` : nothing}`, box)
  })
  return () => {
    box.removeEventListener('focusout', rename)
    stop()
    stopName()
    stopItems()
  }
}

/** “Mục 2: Nguyễn Văn An”. */
export function rowTitle(words: Words, number: number, name: string): string {
  return name ? words('rowLegendNamed', { number, name }) : words('rowLegend', { number })
}
