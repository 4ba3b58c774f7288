import type { RepeatState, RowState } from '@motcua/form-core'
import { effect, signal, untracked } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import { holdStill } from '../dom/focus.ts'
import type { UiKey } from '../locales/strings.ts'
import type { FormContext } from './context.ts'
import { manyRows } from './many-rows/lazy-many-rows.ts'
import type { ManyRowsWay } from './many-rows/many-rows.ts'

/** A group that may hold so many rows is one that people have in a table already. */
const MANY = 6
const WAYS: ReadonlyArray<readonly [way: ManyRowsWay, text: UiKey]> = [['count', 'addManyRows'], ['paste', 'pasteRows']]

export interface RowAddingOptions { id: string; repeat: RepeatState; context: FormContext; added(rows: readonly RowState[]): void }

/** The buttons that add rows: one, several, or those of a spreadsheet. */
export function mountRowAdding(box: HTMLElement, { id, repeat, context, added }: RowAddingOptions): () => void {
  const open = signal<ManyRowsWay | undefined>(undefined)
  const unadded = signal('')
  const panelId = `${id}-many`
  const close = (): void => {
    const way = open.peek()
    open.value = undefined
    // With the last row that had room its button went.
    const opener = box.querySelector<HTMLElement>(`[data-way="${way}"]`)
    if (opener) opener.focus()
    else (box.getRootNode() as ShadowRoot).getElementById(id)?.focus()
  }
  let disposePanel = (): void => undefined
  const stop = effect(() => {
    const words = context.words.value
    const canAdd = repeat.canAdd.value
    const way = open.value
    render(html`${canAdd ? html`<div class="buttons"><button type="button" class="button secondary" .textContent=${words('addRow')} @mousedown=${holdStill} @click=${() => { added([repeat.add()]) }}></button>
      ${repeat.definition.maxRows < MANY ? nothing : WAYS.map(([one, text]) => html`<button type="button" class="link" data-way=${one} aria-expanded=${way === one ? 'true' : 'false'} aria-controls=${way === one ? panelId : nothing}
        .textContent=${words(text)} @click=${() => { open.value = way === one ? undefined : one }}></button>`)}</div>` : nothing}
      ${way ? html`<div class="many" id=${panelId} @keydown=${(e: KeyboardEvent) => { if (e.key === 'Escape') close() }}></div>` : nothing}`, box)
  })
  const stopPanel = effect(() => {
    const way = open.value
    const mount = way && manyRows()?.[way]
    untracked(() => {
      disposePanel()
      disposePanel = () => undefined
      const panel = document.createElement('div')
      box.querySelector(`.many`)?.replaceChildren(panel)
      if (mount) {
        disposePanel = mount(panel, { id: panelId, repeat, context, unadded, added, close })
        // Unless the person has gone elsewhere while it was on its way.
        const { activeElement } = box.getRootNode() as ShadowRoot
        if (!activeElement || box.contains(activeElement)) panel.querySelector<HTMLElement>('input, textarea')?.focus()
      } else if (way) render(html`<p role="status" .textContent=${context.words.value('loading')}></p>`, panel)
    })
  })
  return () => { stop(); stopPanel(); disposePanel() }
}
