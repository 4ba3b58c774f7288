import { effect, untracked } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { GroupState, ItemState, RepeatState, RowState } from '@motcua/form-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { mountField } from './mount-field.ts'

/** What one item has drawn: the nodes from `first` to `last`. */
interface Mounted { first: ChildNode; last: ChildNode; dispose(): void }

/** Keeps a container in step with the visible items. What stays is not touched, so focus and typing stay too. */
export function mountItems(container: HTMLElement, items: ReadonlySignal<readonly ItemState[]>, context: FormContext): () => void {
  return mountKeyed(container, items, (item) => item, (item, next) => {
    if (item.type === 'field') {
      // No box round a field: in a large form a fifth of all elements would be such boxes.
      const last = container.insertBefore(document.createComment(''), next)
      return { ...mountField(container, last, item, context), last }
    }
    return inBox(container, next, (box) => (item.type === 'group' ? mountGroup(box, item, context) : mountRepeat(box, item, context)))
  })
}

/** Mounts into a box of its own before `next`. */
export function inBox(container: HTMLElement, next: ChildNode | null, mount: (box: HTMLElement) => () => void): Mounted {
  const box = container.insertBefore(document.createElement('div'), next)
  return { first: box, last: box, dispose: mount(box) }
}

/** Draws what is new, removes what is gone and moves what has another place. */
export function mountKeyed<T>(container: HTMLElement, list: ReadonlySignal<readonly T[]>, keyOf: (item: T) => unknown, mount: (item: T, next: ChildNode | null) => Mounted): () => void {
  const mounted = new Map<unknown, Mounted>()
  const stop = effect(() => {
    const wanted = list.value
    untracked(() => {
      const keys = new Set(wanted.map(keyOf))
      for (const [key, old] of mounted) {
        if (keys.has(key)) continue
        old.dispose()
        for (const node of nodesOf(old)) node.remove()
        mounted.delete(key)
      }
      let next: ChildNode | null = container.firstChild
      for (const item of wanted) {
        const entry = mounted.get(keyOf(item))
        if (!entry) mounted.set(keyOf(item), mount(item, next))
        else if (entry.first === next) next = entry.last.nextSibling
        else for (const node of nodesOf(entry)) container.insertBefore(node, next)
      }
    })
  })
  return () => {
    stop()
    for (const { dispose } of mounted.values()) dispose()
    mounted.clear()
  }
}

function nodesOf({ first, last }: Mounted): ChildNode[] {
  const nodes: ChildNode[] = [first]
  for (let node: ChildNode | null = first; node && node !== last; node = node.nextSibling) if (node.nextSibling) nodes.push(node.nextSibling)
  return nodes
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
  const stopRows = mountKeyed(rows, repeat.rows, (row) => row.key, (row, next) => inBox(rows, next, (rowBox) => mountRow(rowBox, row, repeat, context)))
  const stop = effect(() => {
    const words = context.words.value
    const text = context.labels.value.groups[repeat.pointer]
    const issue = repeat.issues.value[0]
    const content = html`${issue ? html`<span class="error" .textContent=${context.message(issue)}></span>` : nothing}${rows}
      ${repeat.canAdd.value ? html`<button type="button" class="button secondary" .textContent=${words('addRow')} @click=${() => { repeat.add() }}></button>` : nothing}`
    const id = fieldId(repeat.pointer)
    // Without words of its own it is what the page's title says.
    render(text ? html`<fieldset class="group" id=${id} tabindex="-1"><legend .textContent=${text.legend}></legend>${content}</fieldset>`
      : html`<div role="group" aria-labelledby="heading" id=${id} tabindex="-1">${content}</div>`, box)
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
