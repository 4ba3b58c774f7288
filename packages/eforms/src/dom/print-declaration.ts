/**
 * Prints the declaration alone. The page's own content is hidden by a sheet that is adopted for the printing only; it
 * hides nothing on the screen. Browsers without `:has()` print the page round it too.
 */
export function printDeclaration(host: HTMLElement): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('@media print { body *:not(:has([data-motcua-printing])):not([data-motcua-printing]) { display: none !important } }')
  const inDocument = host.getRootNode() === document
  if (inDocument) {
    host.dataset.motcuaPrinting = ''
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  const done = (): void => {
    delete host.dataset.motcuaPrinting
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet)
  }
  globalThis.addEventListener('afterprint', done, { once: true })
  globalThis.print()
}
