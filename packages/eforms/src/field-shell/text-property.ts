import type { LitElement } from 'lit'

/**
 * Makes text of what a property for text was given: a framework hands over nothing for an attribute that it takes away, and a
 * number where text is meant. True when it had to, and so has set the property again.
 */
export function becameText(element: LitElement, name: PropertyKey): boolean {
  const given: unknown = Reflect.get(element, name)
  if (typeof given === 'string' || (element.constructor as typeof LitElement).getPropertyOptions(name).type !== String) return false
  return Reflect.set(element, name, String(given ?? ''))
}
