import type { RepeatState } from '@motcua/form-core'
import { effect, untracked } from '@preact/signals-core'
import { html, render } from 'lit/html.js'
import { seldomViews } from '../seldom/lazy-views.ts'
import type { FormContext } from './context.ts'

/** A repeating group, at once or when what draws it has come. */
export function mountLazyRepeat(box: HTMLElement, repeat: RepeatState, context: FormContext): () => void {
  let dispose = (): void => undefined
  const stop = effect(() => {
    const views = seldomViews()
    if (views) dispose = untracked(() => views.mountRepeat(box, repeat, context))
    else render(html`<p class="muted" .textContent=${context.words.value('loading')}></p>`, box)
  })
  return () => { stop(); dispose() }
}
