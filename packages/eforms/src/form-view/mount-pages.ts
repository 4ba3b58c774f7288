import { effect } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import type { PageState } from '@motcua/form-core'
import type { FormContext } from './context.ts'
import { mountItems } from './mount-items.ts'
import { inBox, mountKeyed } from './mount-keyed.ts'

/** Keeps pages of a form in a container, one under the other, each under its title. `level` of the titles. */
export function mountPages(container: HTMLElement, pages: ReadonlySignal<readonly PageState[]>, context: FormContext, { level }: { level: 2 | 3 }): () => void {
  return mountKeyed(container, pages, (page, next) => inBox(container, next, (box) => mountPage(box, page, context, level)))
}

function mountPage(box: HTMLElement, page: PageState, context: FormContext, level: 2 | 3): () => void {
  const items = document.createElement('div')
  const stopItems = mountItems(items, page.items, context)
  const stop = effect(() => {
    const { title, intro } = context.labels.value.pages[page.id] ?? {}
    render(html`${title ? level === 2 ? html`<h2 part="title" .textContent=${title}></h2>` : html`<h3 .textContent=${title}></h3>` : nothing}${intro ? html`<p .textContent=${intro}></p>` : nothing}${items}`, box)
  })
  return () => { stop(); stopItems() }
}
