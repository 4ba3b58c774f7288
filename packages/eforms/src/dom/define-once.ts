/** Registers a tag unless another copy of the kit was first; two versions on one page do not fight. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
