import { html } from 'lit/html.js'
import type { noChange, TemplateResult } from 'lit/html.js'
import type { JsonValue } from '@motcua/core/json'
import type { RawAnswer } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'
import type { Words } from '../locales/strings.ts'
import type { PlaceDirectory } from '../places/place-directory.ts'
import { attributes } from '../dom/attributes.ts'
import type { Attributes } from '../dom/attributes.ts'
import { frame } from './frame.ts'
import { describedBy } from './notes.ts'

export { describedBy } from './notes.ts'

export interface FieldOption {
  value: string
  label: string
  /** Other names that it is found by where one types; never shown. */
  alsoCalled?: readonly string[]
}

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
  /** Another number than before: the answer was given from elsewhere, and what was typed and is no answer goes. */
  turn?: number
  places?: PlaceDirectory
  /** For `commune`: its communes come first. */
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

/** One kind of field: holds what the person is typing and draws it; `noChange` where all of it stands there already. */
export interface FieldControl { render(props: FieldProps): TemplateResult | typeof noChange }
export type CreateFieldControl = () => FieldControl

// The comment after a control ends its part: what the frame writes below would be swept away with the control otherwise.
/** Field with one control and a `<label>`. */
export function labelledFrame(props: FrameProps, control: unknown): TemplateResult {
  return html`<div part="field" ${frame(props, 'question')}><label class="label" part="label"></label>${control}<!----></div>`
}

/** Field with several controls: a `fieldset` named by its legend. */
export function groupFrame(props: FrameProps, controls: unknown): TemplateResult {
  return html`<fieldset part="field" ${frame(props, 'question')}><legend part="label"></legend>${controls}<!----></fieldset>`
}

/** What every control has that is a field of its own. */
export function controlAttributes(props: FrameProps & Pick<FieldProps, 'disabled'>): Attributes {
  return {
    id: props.id, name: props.id, disabled: props.disabled, 'aria-required': props.required && !props.locked ? 'true' : undefined,
    'aria-invalid': props.error ? 'true' : undefined, 'aria-describedby': describedBy(props),
  }
}

/** Letters that a line holds on the narrowest phone. */
const LINE = 30

/** Read-only text in place of the control; what is longer than a line is wrapped and not cut off. */
export function lockedFrame(props: FieldProps, text: string): TemplateResult {
  if (text.length > LINE) return labelledFrame(props, html`<textarea part="control" readonly ${attributes({ id: props.id, rows: Math.ceil(text.length / LINE) + 1, 'aria-describedby': describedBy(props) })} .value=${text}></textarea>`)
  return labelledFrame(props, html`<input part="control" readonly ${attributes({ id: props.id, 'aria-describedby': describedBy(props) })} .value=${text}>`)
}
