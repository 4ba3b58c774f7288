import { html } from 'lit/html.js'
import type { noChange, TemplateResult } from 'lit/html.js'
import { seldomViews } from '../seldom/lazy-views.ts'
import { labelledFrame } from './field.ts'
import type { FieldControl, FieldProps } from './field.ts'
import type { SeldomKind } from './seldom-kinds.ts'

/** A control that not every form has. Until it has come its place is held. */
export class SeldomControl implements FieldControl {
  #control: FieldControl | undefined
  readonly #kind: SeldomKind

  constructor(kind: SeldomKind) { this.#kind = kind }

  /** Reads a signal until the control is here: draw it in an effect. */
  render(props: FieldProps): TemplateResult | typeof noChange {
    this.#control ??= seldomViews()?.SELDOM_CONTROLS[this.#kind]()
    return this.#control?.render(props) ?? labelledFrame(props, html`<input id=${props.id} disabled value=${props.words('loading')}>`)
  }
}
