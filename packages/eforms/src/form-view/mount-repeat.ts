import { computed, effect, signal } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { RemovedRow, RepeatState, RowState } from '@motcua/form-core'
import { focusById } from '../dom/focus.ts'
import { withArea } from '../locales/strings.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viRows } from '../locales/vi-rows.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { inBox, mountKeyed } from './mount-keyed.ts'
import { mountRow, rowTitle } from './mount-row.ts'
import { mountRowAdding } from './row-adding.ts'
import { rowName } from './row-name.ts'

/** What a row was called when something was done with it. */
interface RowLabel { number: number; name: string }

/** A repeating group: its rows, the way to add one, and in the place of the row removed last the way back. */
export function mountRepeat(box: HTMLElement, repeat: RepeatState, outside: FormContext): () => void {
  const context: FormContext = { ...outside, words: computed(() => withArea(outside.words.value, viRows)) }
  const id = fieldId(repeat.pointer)
  const said = signal<((words: Words) => string) | undefined>(undefined)
  const removedLabels = new Map<string, RowLabel>()
  const entries = computed((): ReadonlyArray<RowState | RemovedRow> => {
    const rows = repeat.rows.value
    const removed = repeat.removed.value
    return removed ? [...rows.slice(0, removed.index), removed, ...rows.slice(removed.index)] : rows
  })
  // Written to, not worked out by each row: adding one would make a hundred others ask whether that concerns them.
  const canRemove = signal(false)
  const numbers = new WeakMap<RowState, Signal<number>>()
  const numberOf = (row: RowState): Signal<number> => {
    let number = numbers.get(row)
    if (!number) numbers.set(row, number = signal(repeat.rows.peek().indexOf(row) + 1))
    return number
  }
  const stopNumbers = effect(() => {
    canRemove.value = repeat.canRemove.value
    repeat.rows.value.forEach((row, index) => { numberOf(row).value = index + 1 })
  })
  const labelOf = (row: RowState): RowLabel => ({ number: numberOf(row).peek(), name: rowName(row, context) })

  const added = (all: readonly RowState[]): void => {
    const [first] = all
    if (!first) return
    const label = labelOf(first)
    said.value = (words) => (all.length === 1 ? say(words, 'rowAdded', label) : words('rowsAdded', { count: all.length }))
    focusRow(rows, first)
  }
  const remove = (row: RowState): void => {
    const root = rows.getRootNode() as ShadowRoot
    // A question is left while it is still there: its answer is tidied then.
    if (root.activeElement instanceof HTMLElement) root.activeElement.blur()
    removedLabels.set(row.key, labelOf(row))
    // Focus tells it; the same addition after it must be news again.
    said.value = undefined
    repeat.remove(row.key)
    focusById(root, `${id}-removed`)
  }
  const undo = (): void => {
    const row = repeat.undoRemove()
    if (!row) return
    const label = labelOf(row)
    said.value = (words) => say(words, 'rowRestored', label)
    focusRow(rows, row)
  }

  const rows = document.createElement('div')
  const stopRows = mountKeyed(rows, entries, (entry, next) => {
    if (!('items' in entry)) return inBox(rows, next, (note) => mountRemoved(note, entry))
    return inBox<HTMLFieldSetElement>(rows, next, (row) => mountRow(row, { row: entry, number: numberOf(entry), canRemove, remove: () => { remove(entry) } }, context), 'fieldset')
  })

  /** Says in a removed row's place what became of it. */
  const mountRemoved = (note: HTMLElement, removed: RemovedRow): (() => void) => {
    const label = removedLabels.get(removed.key) ?? { number: removed.index + 1, name: '' }
    Object.assign(note, { id: `${id}-removed`, className: 'removed', tabIndex: -1, role: 'group' })
    note.setAttribute('aria-labelledby', `${note.id}-text`)
    return effect(() => {
      render(html`<span id=${`${note.id}-text`} .textContent=${say(context.words.value, 'rowRemoved', label)}></span> <button type="button" class="link" .textContent=${context.words.value('undo')} @click=${undo}></button>`, note)
    })
  }

  const adding = document.createElement('div')
  const stopAdding = mountRowAdding(adding, { id, repeat, context, added })
  const stop = effect(() => {
    const words = context.words.value
    const text = context.labels.value.groups[repeat.pointer]
    const issue = repeat.issues.value[0]
    const described = issue ? `${id}-error` : nothing
    const content = html`${text?.hint ? html`<span class="hint" .textContent=${text.hint}></span>` : nothing}
      ${issue ? html`<span class="error" id=${`${id}-error`}><span class="visually-hidden" .textContent=${words('errorPrefix')}></span><span .textContent=${context.message(issue)}></span></span>` : nothing}${rows}
      ${adding}<span class="visually-hidden" role="status" .textContent=${said.value?.(words) ?? ''}></span>`
    // Without words of its own it is what the page's title says.
    render(text ? html`<fieldset class="group" id=${id} tabindex="-1" aria-describedby=${described}><legend .textContent=${text.legend}></legend>${content}</fieldset>`
      : html`<div role="group" aria-labelledby="heading" id=${id} tabindex="-1" aria-describedby=${described}>${content}</div>`, box)
  })
  return () => { stop(); stopNumbers(); stopRows(); stopAdding() }
}

function say(words: Words, key: UiKey, { number, name }: RowLabel): string { return words(key, { row: rowTitle(words, number, name) }) }

/** To the row's first question; while that is still on its way, to the row. */
function focusRow(rows: HTMLElement, row: RowState): void {
  const root = rows.getRootNode() as ShadowRoot
  const id = fieldId(row.pointer)
  const box = root.getElementById(id)
  focusById(root, id)
  if (!box?.contains(root.activeElement)) box?.focus()
}
