import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'

/** Attributes by name; `undefined` and `false` take one away, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

class AttributesDirective extends Directive {
  #written: Attributes = {}

  override render(_attributes: Attributes, _held?: string | boolean): unknown { return noChange }

  override update({ element }: ElementPart, [next, held]: [Attributes, (string | boolean)?]): unknown {
    for (const name in next) {
      const value = next[name]
      if (value === this.#written[name]) continue
      if (value === undefined || value === false) element.removeAttribute(name)
      else element.setAttribute(name, value === true ? '' : String(value))
    }
    this.#written = next
    if (typeof held === 'string' && 'value' in element && element.value !== held) element.value = held
    if (typeof held === 'boolean' && 'checked' in element && element.checked !== held) element.checked = held
    return noChange
  }
}

/**
 * Many attributes in one go, always the same names; `held` is the text a box holds or whether it is ticked, whatever was
 * done since. A part for each would cost a form of a thousand fields megabytes.
 *
 * @example html`<input ${attributes({ id, 'aria-invalid': error ? 'true' : undefined })}>`
 */
export const attributes = directive(AttributesDirective)
