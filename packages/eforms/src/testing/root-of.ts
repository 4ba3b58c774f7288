/** Shadow root of an element that has been drawn. */
export function rootOf(element: Element): ShadowRoot {
  if (!element.shadowRoot) throw new TypeError('no shadow root')
  return element.shadowRoot
}
