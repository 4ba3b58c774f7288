import { effect, untracked } from '@preact/signals-core'
import { html, nothing, render } from 'lit'
import type { GroupState, ItemState, RepeatState, RowState } from '@motcua/form-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { mountField } from './mount-field.ts'

interface Mounted { box: HTMLElement; dispose(): void }

/** Keeps a container in step with the visible items. Boxes that stay are not touched, so focus and typing stay too. */
export function mountItems(container: HTMLElement, items: ReadonlySignal<readonly ItemState[]>, context: FormContext): () => void {
  return mountKeyed(container, items, (item) => item, (item, box) => {
    if (item.type === 'field') return mountField(box, item, context)
    return item.type === 'group' ? mountGroup(box, item, context) : mountRepeat(box, item, context)
  })
}

function mountKeyed<T>(container: HTMLElement, list: ReadonlySignal<readonly T[]>, keyOf: (item: T) => unknown, mount: (item: T, box: HTMLElement) => () => void): () => void {
  const mounted = new Map<unknown, Mounted>()
  const stop = effect(() => {
    const wanted = list.value
    untracked(() => {
      const keys = new Set(wanted.map(keyOf))
      for (const [key, old] of mounted) {
        if (keys.has(key)) continue
        old.dispose()
        old.box.remove()
        mounted.delete(key)
      }
      let next: ChildNode | null = container.firstChild
      for (const item of wanted) {
        let entry = mounted.get(keyOf(item))
        if (!entry) {
          const box = document.createElement('div')
          entry = { box, dispose: mount(item, box) }
          mounted.set(keyOf(item), entry)
        }
        if (entry.box === next) next = next.nextSibling
        else container.insertBefore(entry.box, next)
      }
    })
  })
  return () => {
    stop()
    for (const { dispose } of mounted.values()) dispose()
    mounted.clear()
  }
}

function mountGroup(box: HTMLElement, group: GroupState, context: FormContext): () => void {
  const items = document.createElement('div')
  const stopItems = mountItems(items, group.items, context)
  const stopLegend = effect(() => {
    const text = context.labels.value.groups[group.id]
    // A block without words of its own stands under the page's title.
    if (!text) { render(html`${items}`, box); return }
    render(html`<fieldset class="group" part="group"><legend .textContent=${text.legend}></legend>${text.hint ? html`<span class="hint" .textContent=${text.hint}></span>` : nothing}${items}</fieldset>`, box)
  })
  return () => { stopLegend(); stopItems() }
}

function mountRepeat(box: HTMLElement, repeat: RepeatState, context: FormContext): () => void {
  const rows = document.createElement('div')
  const stopRows = mountKeyed(rows, repeat.rows, (row) => row.key, (row, rowBox) => mountRow(rowBox, row, repeat, context))
  const stop = effect(() => {
    const words = context.words.value
    const text = context.labels.value.groups[repeat.pointer]
    const issue = repeat.issues.value[0]
    render(html`<fieldset class="group" id=${fieldId(repeat.pointer)} tabindex="-1"><legend .textContent=${text?.legend ?? repeat.pointer}></legend>
      ${issue ? html`<span class="error" .textContent=${context.message(issue)}></span>` : nothing}${rows}
      ${repeat.canAdd.value ? html`<button type="button" class="button secondary" .textContent=${words('addRow')} @click=${() => { repeat.add() }}></button>` : nothing}</fieldset>`, box)
  })
  return () => { stop(); stopRows() }
}

function mountRow(box: HTMLElement, row: RowState, repeat: RepeatState, context: FormContext): () => void {
  const items = document.createElement('div')
  const stopItems = mountItems(items, row.items, context)
  const stop = effect(() => {
    const words = context.words.value
    const number = repeat.rows.value.findIndex((r) => r.key === row.key) + 1
    render(html`<fieldset class="group"><legend .textContent=${words('rowLegend', { number })}></legend>${items}
      ${repeat.canRemove.value ? html`<button type="button" class="link" .textContent=${words('removeRow', { number })} @click=${() => { repeat.remove(row.key) }}></button>` : nothing}</fieldset>`, box)
  })
  return () => { stop(); stopItems() }
}
