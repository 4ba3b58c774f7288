import { createForm } from '@motcua/form-core'
import type { FieldIssue, Form, Prefill } from '@motcua/form-core'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import { computed, effect, signal } from '@preact/signals-core'
import { html, nothing, render } from 'lit/html.js'
import { focusById, stopPrintableKeys } from '../dom/focus.ts'
import { errorSummary } from '../dom/messages.ts'
import { fieldId } from '../form-view/context.ts'
import type { FormContext } from '../form-view/context.ts'
import { mountPages } from '../form-view/mount-pages.ts'
import { languageOf, loadWords, wordsOf } from '../locales/strings.ts'
import { labelsOf, messageOf } from '../locales/form-words.ts'
import { viFields } from '../locales/vi-fields.ts'
import { base } from '../look/base.ts'
import { controls } from '../look/controls.ts'
import { tokens } from '../look/tokens.ts'
import { PlaceDirectory } from '../places/place-directory.ts'
import { expectSeldomViews } from '../seldom/expect-views.ts'
import { seldomLook } from '../seldom/lazy-views.ts'

export interface MountFormOptions {
  /** `vi`, `en`, or one given to `addLanguage`. @default 'vi' */
  language?: string
  /** Answers to begin with, as a payload. Unknown keys are ignored. */
  initial?: JsonObject
  /** What is known of the person already: one source or several. */
  prefill?: Prefill | readonly Prefill[]
  /** Gives the content of `reference/communes.json`; asked once, by a form that has a commune. @default fails, and the field says so */
  loadPlaces?: () => Promise<unknown>
  /** Gives the content of `reference/legacy-units.json`; asked once, when a name is typed that no commune has now. @default such names lead nowhere */
  loadLegacyPlaces?: () => Promise<unknown>
  /** Called with the payload when “Continue” is pressed and nothing is wrong. */
  onSend?: (answers: JsonObject) => void
}

/** A form that stands on the page. */
export interface MountedForm {
  readonly form: Form
  readonly root: ShadowRoot
  /** What “Continue” does: shows every error, moves focus to their summary, and returns them. */
  send(): FieldIssue[]
  /** Changes the language; answers, errors and focus stay. */
  speak(language: string): Promise<void>
  /** Stops drawing and empties the root. */
  dispose(): void
}

/**
 * Puts the questions of a definition on a page, all pages at once: the fields, engine and looks of `<motcua-eform>` without
 * its flow. Nothing is fetched, kept or sent.
 *
 * @example
 * const { form } = mountForm(document.querySelector('#form'), definition, { onSend: (answers) => save(answers) })
 * form.setValue('/requester/fullName', 'Nguyễn Thị Mẫu')
 */
export function mountForm(host: HTMLElement, definition: FormDefinition, options: MountFormOptions = {}): MountedForm {
  const { language = 'vi', initial, prefill, loadPlaces = noPlaces, loadLegacyPlaces, onSend } = options
  expectSeldomViews(definition)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const looks = new CSSStyleSheet()
  root.adoptedStyleSheets = [looks]
  const stopLooks = effect(() => { looks.replaceSync(tokens + base + controls + seldomLook()) })
  const words = signal(wordsOf('vi', viFields))
  const places = new PlaceDirectory(loadPlaces, loadLegacyPlaces)
  const form = createForm({ definition, locale: 'vi', provinceOf: places.provinceOf, ...(initial && { initial }), ...(prefill && { prefill }) })
  const context: FormContext = {
    form, words, places,
    labels: computed(() => labelsOf(definition, words.value)),
    message: (issue) => messageOf(issue, definition, words.value),
  }
  const errors = signal<readonly FieldIssue[]>([])
  const send = (): FieldIssue[] => {
    const found = form.validateAll()
    errors.value = found
    if (found.length > 0) focusById(root, 'summary')
    else onSend?.(form.project())
    return found
  }
  let asked = language
  const speak = async (next: string): Promise<void> => {
    asked = next
    const loaded = await loadWords(languageOf(next), viFields)
    if (asked !== next) return
    words.value = loaded
    form.locale.value = words.value.language
  }
  const fields = document.createElement('div')
  fields.className = 'fields'
  const stopPages = mountPages(fields, form.pages, context, { level: 2 })
  const stopFrame = effect(() => {
    const say = words.value
    const summary = errors.value.map((issue) => {
      const id = fieldId(issue.pointer)
      return { id, text: context.message(issue), go: () => { focusById(root, id) } }
    })
    render(html`<div class="root" part="root" lang=${say.tag} dir=${say.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>
      <form novalidate @submit=${(e: Event) => { e.preventDefault(); send() }}>${summary.length > 0 ? errorSummary(say('errorSummaryTitle'), summary, { level: 2 }) : nothing}
      ${fields}<div class="buttons"><button class="button" part="continue" .textContent=${say('continue')}></button></div></form></div>`, root)
  })
  if (language !== 'vi') void speak(language)
  return { form, root, send, speak, dispose: () => { stopFrame(); stopPages(); stopLooks(); render(nothing, root) } }
}

function noPlaces(): Promise<never> { return Promise.reject(new TypeError('Expected mountForm to be given loadPlaces: this form asks for a commune.')) }
