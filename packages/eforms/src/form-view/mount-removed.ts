import { effect } from '@preact/signals-core'
import { html, render } from 'lit/html.js'
import type { Words } from '../locales/strings.ts'
import type { FormContext } from './context.ts'

export interface RemovedView {
  id: string
  text(words: Words): string
  undo(): void
}

/** Says in a removed row's place what became of it, and offers it back. */
export function mountRemoved(box: HTMLElement, { id, text, undo }: RemovedView, { words }: FormContext): () => void {
  Object.assign(box, { id, className: 'removed', tabIndex: -1, role: 'group' })
  box.setAttribute('aria-labelledby', `${id}-text`)
  return effect(() => {
    render(html`<span id=${`${id}-text`} .textContent=${text(words.value)}></span> <button type="button" class="link" .textContent=${words.value('undo')} @click=${undo}></button>`, box)
  })
}
