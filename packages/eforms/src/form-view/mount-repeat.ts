import { computed, effect, signal } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { RemovedRow, RepeatState, RowState } from '@motcua/form-core'
import { focusById } from '../dom/focus.ts'
import { withArea } from '../locales/strings.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viRows } from '../locales/vi-rows.ts'
import { fieldId } from './context.ts'
import type { FormContext } from './context.ts'
import { inBox, mountKeyed } from './mount-keyed.ts'
import { mountRemoved } from './mount-removed.ts'
import { mountRow, rowTitle } from './mount-row.ts'
import { mountRowAdding } from './row-adding.ts'
import { rowName } from './row-name.ts'
import { numberRows } from './row-numbers.ts'

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
  const numbers = numberRows(repeat)
  // Written where it changed, as the numbers are.
  const canRemove = signal(false)
  const stopCanRemove = effect(() => { canRemove.value = repeat.canRemove.value })
  const labelOf = (row: RowState): RowLabel => ({ number: numbers.of(row).peek(), name: rowName(row, context) })

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
    if ('items' in entry) {
      return inBox<HTMLFieldSetElement>(rows, next, (row) => mountRow(row, { row: entry, number: numbers.of(entry), canRemove, remove: () => { remove(entry) } }, context), 'fieldset')
    }
    const label = removedLabels.get(entry.key) ?? { number: entry.index + 1, name: '' }
    return inBox(rows, next, (note) => mountRemoved(note, { id: `${id}-removed`, text: (words) => say(words, 'rowRemoved', label), undo }, context))
  })

  const adding = document.createElement('div')
  const stopAdding = mountRowAdding(adding, { id, repeat, context, added })
  const stop = effect(() => {
    const words = context.words.value
    const text = context.labels.value.groups[repeat.pointer]
    const issue = repeat.issues.value[0]
    const described = issue ? `${id}-error` : nothing
    const content = html`${text?.hint ? html`<span class="hint" .textContent=${text.hint}></span>` : nothing}
      ${issue ? html`<span class="error" id=${`${id}-error`} .textContent=${words('errorPrefix') + context.message(issue)}></span>` : nothing}${rows}
      ${adding}<span class="visually-hidden" role="status" .textContent=${said.value?.(words) ?? ''}></span>`
    // Without words of its own it is what the page's title says.
    render(text ? html`<fieldset class="group" id=${id} tabindex="-1" aria-describedby=${described}><legend .textContent=${text.legend}></legend>${content}</fieldset>`
      : html`<div role="group" aria-labelledby="heading" id=${id} tabindex="-1" aria-describedby=${described}>${content}</div>`, box)
  })
  return () => { stop(); numbers.stop(); stopCanRemove(); stopRows(); stopAdding() }
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
