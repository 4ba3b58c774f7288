import { noChange } from 'lit/html.js'
import { directive, Directive } from 'lit/directive.js'
import type { ElementPart } from 'lit/directive.js'

/** Attributes by name; `undefined` and `false` take one away, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

class AttributesDirective extends Directive {
  override render(_attributes: Attributes, _held?: string | boolean): unknown { return noChange }

  override update({ element }: ElementPart, [next, held]: [Attributes, (string | boolean)?]): unknown {
    for (const name in next) writeAttribute(element, name, next[name])
    if (typeof held === 'string' && 'value' in element && element.value !== held) element.value = held
    if (typeof held === 'boolean' && 'checked' in element && element.checked !== held) element.checked = held
    return noChange
  }
}

/** Writes what is not written so already: the element knows, nobody else need remember. */
export function writeAttribute(element: Element, name: string, value: Attributes[string]): void {
  const text = value === true ? '' : String(value)
  if (value === undefined || value === false) element.removeAttribute(name)
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text)
}

/**
 * Many attributes in one go, always the same names; `held` is the text a box holds or whether it is ticked, whatever was
 * done since. A part for each would cost a form of a thousand fields megabytes.
 *
 * @example html`<input ${attributes({ id, 'aria-invalid': error ? 'true' : undefined })}>`
 */
export const attributes = directive(AttributesDirective)
