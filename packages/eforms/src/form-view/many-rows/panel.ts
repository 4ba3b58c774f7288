import type { RepeatState, RowState } from '@motcua/form-core'
import type { Signal } from '@preact/signals-core'
import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { holdStill } from '../../dom/focus.ts'
import type { Words } from '../../locales/strings.ts'
import type { FormContext } from '../context.ts'

/** What a way to add many rows is given. */
export interface PanelOptions {
  /** DOM id of the panel; the ids inside begin with it. */
  id: string
  repeat: RepeatState
  context: FormContext
  /** What was pasted and not added yet: closing the panel loses none of it. */
  unadded: Signal<string>
  /** These rows have been added. */
  added(rows: readonly RowState[]): void
  close(): void
}

/** The one control of a panel under its label, with hint and error. */
export function labelled({ id, label, hint = '', error }: { id: string; label: string; hint?: string; error: string }, words: Words, control: unknown): TemplateResult {
  return html`<div class=${error ? 'field invalid' : 'field'}><label class="label" for=${id} .textContent=${label}></label>${hint ? html`<span class="hint" id=${`${id}-hint`} .textContent=${hint}></span>` : nothing}
    ${error ? html`<span class="error" id=${`${id}-error`} .textContent=${words('errorPrefix') + error}></span>` : nothing}${control}</div>`
}

/** Ids that describe the control of {@link labelled}. */
export function describedBy(id: string, { hint = '', error }: { hint?: string; error: string }): string | typeof nothing {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing
}

export function panelButtons(words: Words, addText: string, add: () => void, close: () => void): TemplateResult {
  return html`<div class="buttons"><button type="button" class="button secondary" .textContent=${addText} @mousedown=${holdStill} @click=${add}></button>
    <button type="button" class="link" .textContent=${words('manyClose')} @click=${close}></button></div>`
}
