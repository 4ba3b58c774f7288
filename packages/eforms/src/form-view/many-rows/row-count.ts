import { batch, effect, signal } from '@preact/signals-core'
import { html, render } from 'lit/html.js'
import { valueOf } from '../../fields/text-control.ts'
import { describedBy, labelled, panelButtons } from './panel.ts'
import type { PanelOptions } from './panel.ts'

/** Asks how many rows to add. */
export function mountRowCount(box: HTMLElement, options: PanelOptions): () => void {
  const { repeat, added, close } = options
  const id = `${options.id}-count`
  const isWrong = signal(false)
  let typed = ''
  const room = (): number => repeat.definition.maxRows - repeat.rows.value.length
  const input = (): HTMLInputElement | null => box.querySelector('input')
  const add = (): void => {
    const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
    isWrong.value = count < 1 || count > room()
    if (isWrong.peek()) { input()?.focus(); return }
    const rows = batch(() => [...Array(count).keys()].map(() => repeat.add()))
    close()
    added(rows)
  }
  const stop = effect(() => {
    const words = options.context.words.value
    const error = isWrong.value ? words(room() === 1 ? 'manyCountOne' : 'manyCountWrong', { limit: room() }) : ''
    render(html`${labelled({ id, label: words('manyCount'), error }, words, html`<input class="w-4" id=${id} type="text" inputmode="numeric" autocomplete="off"
      aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy(id, { error })} @input=${(e: Event) => { typed = valueOf(e) }}
      @keydown=${(e: KeyboardEvent) => { if (e.key === 'Enter') { e.preventDefault(); add() } }}>`)}${panelButtons(words, words('manyAdd'), add, close)}`, box)
  })
  return stop
}
