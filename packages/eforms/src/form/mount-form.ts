import { createForm, message } from '@motcua/form-core'
import type { FieldIssue, Form } from '@motcua/form-core'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import { computed, signal } from '@preact/signals-core'
import { adoptStyles, html, nothing, render } from 'lit'
import { focusById, stopPrintableKeys } from '../dom/focus.ts'
import { errorSummary } from '../dom/messages.ts'
import { fieldId } from '../form-view/context.ts'
import type { FormContext } from '../form-view/context.ts'
import { mountItems } from '../form-view/mount-items.ts'
import { wordsOf } from '../locales/strings.ts'
import { viFields } from '../locales/vi-fields.ts'
import { viFlow } from '../locales/vi-flow.ts'
import { sheet } from '../look/sheet.ts'
import { PlaceDirectory } from '../places/place-directory.ts'

export interface MountFormOptions {
  /** Answers to begin with, as a payload. */
  initial?: JsonObject
  /** Content of `reference/communes.json`, for definitions with such fields. @default none */
  loadPlaces?: () => Promise<unknown>
}

export interface MountedForm {
  form: Form
  root: ShadowRoot
  /** Shows what is wrong and returns it; an empty list means that the payload is ready. */
  send(): FieldIssue[]
  dispose(): void
}

/**
 * The questions of a definition without the flow round them: all pages at once, errors and summary, in a shadow root of `host`.
 * For pages that have steps and a filing of their own.
 *
 * @example
 * const { form, send } = mountForm(box, definition)
 * button.onclick = () => { if (send().length === 0) post(form.project()) }
 */
export function mountForm(host: HTMLElement, definition: FormDefinition, options: MountFormOptions = {}): MountedForm {
  const form = createForm({ definition, ...(options.initial && { initial: options.initial }) })
  const words = wordsOf('vi', { ...viFields, ...viFlow })
  const context: FormContext = {
    form, words: signal(words), labels: signal(definition.locales.vi),
    places: new PlaceDirectory(options.loadPlaces ?? (() => Promise.reject(new TypeError('mountForm was given no loadPlaces')))),
    message: (issue) => message(issue, definition, 'vi'),
  }
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, sheet)
  const fields = document.createElement('div')
  const stop = mountItems(fields, computed(() => form.pages.value.flatMap((page) => page.items.value)), context)
  const draw = (issues: readonly FieldIssue[]): void => {
    const items = issues.map((issue) => ({ id: fieldId(issue.pointer), text: context.message(issue), go: () => { focusById(root, fieldId(issue.pointer)) } }))
    render(html`<div class="root" lang="vi" @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>
      <form novalidate @submit=${(e: Event) => { e.preventDefault(); send() }}>${items.length > 0 ? errorSummary(words('errorSummaryTitle'), items) : nothing}${fields}
      <div class="buttons"><button type="submit" class="button" .textContent=${words('continue')}></button></div></form></div>`, root)
  }
  const send = (): FieldIssue[] => {
    const issues = form.validateAll().filter((issue) => issue.severity === 'error')
    draw(issues)
    if (issues.length > 0) focusById(root, 'summary')
    return issues
  }
  draw([])
  return { form, root, send, dispose: stop }
}
