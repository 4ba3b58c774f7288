import { effect } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { GroupState } from '@motcua/form-core'
import type { FormContext } from './context.ts'
import { mountItems } from './mount-items.ts'

/** Fields under one legend. */
export function mountGroup(box: HTMLElement, group: GroupState, context: FormContext): () => void {
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
