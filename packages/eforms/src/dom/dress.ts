/** Has a root wear a sheet, once, beside those it wears already. */
export function dress(root: ShadowRoot | null, sheet: CSSStyleSheet): void {
  if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
