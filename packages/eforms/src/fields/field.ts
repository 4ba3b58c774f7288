import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { JsonValue } from '@motcua/core/json'
import type { FieldKind } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'
import type { PlaceDirectory } from '../places/place-directory.ts'

export interface FieldOption { value: string; label: string }

/** What a field is given to draw itself. The same for the eForm and for a stand-alone field. */
export interface FieldProps {
  /** Unique in its root. */
  id: string
  kind: FieldKind
  label: string
  hint: string
  /** Empty when there is nothing to say. */
  error: string
  warning: string
  required: boolean
  /** Vouched for by the identity provider: shown, not editable. */
  locked: boolean
  disabled: boolean
  value: JsonValue | undefined
  options: readonly FieldOption[]
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  widthChars?: number
  places?: PlaceDirectory
  /** For `commune`: narrows the search. */
  provinceCode?: string
  words: Words
  /** Every keystroke; text as typed, booleans for a checkbox. */
  onInput(raw: string | boolean): void
  /** Focus has left the field. */
  onLeave(): void
  /** Something only the control knows has changed (a list opened): draw again. */
  redraw(): void
}

/** One kind of field: holds what the person is typing and draws it. */
export interface FieldControl { render(props: FieldProps): TemplateResult }
export type CreateFieldControl = () => FieldControl

/** Ids of hint and error, in the order they are read. */
export function describedBy(props: FieldProps): string | typeof nothing {
  const ids = [props.hint && `${props.id}-hint`, props.error && `${props.id}-error`, props.warning && `${props.id}-warning`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : nothing
}

/** Field with one control and a `<label>`. */
export function labelledFrame(props: FieldProps, control: unknown): TemplateResult {
  return html`<div class=${frameClass(props)} part="field">
    <label class="label" part="label" for=${props.id}><span .textContent=${props.label}></span>${optionalMark(props)}</label>
    ${hintAndError(props)}${control}${warning(props)}
  </div>`
}

/** Field with several controls: a `fieldset` named by its legend. */
export function groupFrame(props: FieldProps, controls: unknown): TemplateResult {
  return html`<fieldset id=${props.id} class=${frameClass(props)} part="field" aria-describedby=${describedBy(props)}>
    <legend part="label"><span .textContent=${props.label}></span>${optionalMark(props)}</legend>
    ${hintAndError(props)}${controls}${warning(props)}
  </fieldset>`
}

/** Read-only text in place of the control. */
export function lockedFrame(props: FieldProps, text: string): TemplateResult {
  const note = { ...props, hint: props.hint || (props.locked ? props.words('locked') : '') }
  return labelledFrame(note, html`<input id=${props.id} part="control" readonly .value=${text} aria-describedby=${describedBy(note)}>`)
}

export function hintAndError(props: FieldProps): TemplateResult {
  return html`${props.hint ? html`<span class="hint" part="hint" id=${`${props.id}-hint`} .textContent=${props.hint}></span>` : nothing}${props.error
    ? html`<span class="error" part="error" id=${`${props.id}-error`}><span class="visually-hidden" .textContent=${props.words('errorPrefix')}></span><span .textContent=${props.error}></span></span>`
    : nothing}`
}

function warning(props: FieldProps): TemplateResult | typeof nothing {
  return props.warning ? html`<span class="warning" id=${`${props.id}-warning`}><span .textContent=${props.words('warningPrefix')}></span><span .textContent=${props.warning}></span></span>` : nothing
}

function optionalMark(props: FieldProps): TemplateResult | typeof nothing {
  return props.required || props.locked ? nothing : html`<span class="optional" .textContent=${props.words('optional')}></span>`
}

function frameClass(props: FieldProps): string { return props.error ? 'field invalid' : 'field' }
