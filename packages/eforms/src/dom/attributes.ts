import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'

/** Attributes by name; `undefined` and `false` take one away, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

class AttributesDirective extends Directive {
  #written: Attributes = {}

  override render(_attributes: Attributes, _text?: string): unknown { return noChange }

  override update({ element }: ElementPart, [next, text]: [Attributes, string?]): unknown {
    for (const name in next) {
      const value = next[name]
      if (value === this.#written[name]) continue
      if (value === undefined || value === false) element.removeAttribute(name)
      else element.setAttribute(name, value === true ? '' : String(value))
    }
    this.#written = next
    if (text !== undefined && 'value' in element && element.value !== text) element.value = text
    return noChange
  }
}

/**
 * Many attributes in one go, always the same names; `text` is what the box holds, whatever was typed since. A part for each
 * would cost a form of a thousand fields megabytes.
 *
 * @example html`<input ${attributes({ id, 'aria-invalid': error ? 'true' : undefined })}>`
 */
export const attributes = directive(AttributesDirective)
