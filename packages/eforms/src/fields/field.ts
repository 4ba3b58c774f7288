import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import type { JsonValue } from '@motcua/core/json'
import type { RawAnswer } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'
import type { PlaceDirectory } from '../places/place-directory.ts'
import { attributes } from '../dom/attributes.ts'
import type { Attributes } from '../dom/attributes.ts'

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
  /** Where an answer comes from that was filled in for the person. */
  origin?: string
  required: boolean
  /** Vouched for by somebody else, or worked out: shown, not editable. */
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
  /** For `consent`: the whole of what is agreed to. */
  details?: string
  /** Every keystroke; text as typed, booleans for a checkbox, all that is chosen of several. */
  onInput(raw: RawAnswer): void
  /** Focus has left the field. */
  onLeave(): void
  /** Something only the control knows has changed (a list opened): draw again. */
  redraw(): void
}

/** What the frame of a field needs: all but its control. */
export type FrameProps = Pick<FieldProps, 'id' | 'label' | 'hint' | 'error' | 'warning' | 'origin' | 'required' | 'locked' | 'words'>

/** One kind of field: holds what the person is typing and draws it. */
export interface FieldControl { render(props: FieldProps): TemplateResult }
export type CreateFieldControl = () => FieldControl

/** Ids of what is said about the field, in the order it is read. */
export function describedBy(props: FrameProps): string | undefined {
  const ids = [hintOf(props) && `${props.id}-hint`, props.error && `${props.id}-error`, originBelow(props) && `${props.id}-origin`, props.warning && `${props.id}-warning`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Field with one control and a `<label>`. */
export function labelledFrame(props: FieldProps, control: unknown): TemplateResult {
  return html`<div class=${frameClass(props)} part="field"><label class="label" part="label" for=${props.id}>${labelText(props)}</label>${hintAndError(props)}${control}${warning(props)}</div>`
}

/** Field with several controls: a `fieldset` named by its legend. */
export function groupFrame(props: FrameProps, controls: unknown): TemplateResult {
  return html`<fieldset ${attributes({ id: props.id, class: frameClass(props), 'aria-describedby': describedBy(props) })} part="field"><legend part="label">${labelText(props)}</legend>${hintAndError(props)}${controls}${warning(props)}</fieldset>`
}

/** What every control has that is a field of its own. */
export function controlAttributes(props: FieldProps): Attributes {
  return {
    id: props.id, name: props.id, disabled: props.disabled, 'aria-required': props.required && !props.locked ? 'true' : undefined,
    'aria-invalid': props.error ? 'true' : undefined, 'aria-describedby': describedBy(props),
  }
}

/** Read-only text in place of the control. */
export function lockedFrame(props: FieldProps, text: string): TemplateResult {
  return labelledFrame(props, html`<input part="control" readonly ${attributes({ id: props.id, 'aria-describedby': describedBy(props) })} .value=${text}>`)
}

/** What cannot be edited says why, not how. */
function hintOf({ hint, origin, locked, words }: FrameProps): string { return locked ? origin || words('locked') : hint }
function originBelow({ origin, locked }: FrameProps): string { return locked || !origin ? '' : origin }

export function hintAndError(props: FrameProps): TemplateResult | typeof nothing {
  const { id, error, words } = props
  const hint = hintOf(props)
  if (!hint && !error) return nothing
  return html`${hint ? html`<span class="hint" part="hint" id=${`${id}-hint`} .textContent=${hint}></span>` : nothing}${error
    ? html`<span class="error" part="error" id=${`${id}-error`}><span class="visually-hidden" .textContent=${words('errorPrefix')}></span><span .textContent=${error}></span></span>`
    : nothing}`
}

/** Under the control: where the answer comes from, and what to look at again. */
export function warning(props: FrameProps): TemplateResult | typeof nothing {
  const { id, warning: text, words } = props
  const origin = originBelow(props)
  if (!origin && !text) return nothing
  return html`${origin ? html`<span class="origin" part="origin" id=${`${id}-origin`} .textContent=${origin}></span>` : nothing}${text
    ? html`<span class="warning" id=${`${id}-warning`}><span .textContent=${words('warningPrefix')}></span><span .textContent=${text}></span></span>`
    : nothing}`
}

/** The question; where no answer is needed, with a mark that says so. */
function labelText({ label, required, locked, words }: FrameProps): string | TemplateResult {
  return required || locked ? label : html`${label} <span class="optional" .textContent=${words('optional')}></span>`
}

export function frameClass(props: FrameProps): string { return props.error ? 'field invalid' : 'field' }
