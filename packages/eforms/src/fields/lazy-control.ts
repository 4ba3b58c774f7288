import { html } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { Lazy } from '../dom/lazy.ts'
import { labelledFrame } from './field.ts'
import type { CreateFieldControl, FieldControl, FieldProps } from './field.ts'

/** A control that few forms have: it arrives with the first field of its kind. Until then its place is held. */
export class LazyControl implements FieldControl {
  #redraw: () => void = () => undefined
  readonly #control: Lazy<FieldControl>

  constructor(load: () => Promise<CreateFieldControl>) {
    this.#control = new Lazy(async () => (await load())(), () => { this.#redraw() })
  }

  render(props: FieldProps): TemplateResult {
    this.#redraw = props.redraw
    return this.#control.get()?.render(props) ?? labelledFrame(props, html`<input id=${props.id} disabled>`)
  }
}
