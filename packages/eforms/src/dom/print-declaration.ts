/**
 * A4 with the margins of official documents (Nghị định 30/2020/NĐ-CP, phụ lục I: top and bottom 20–25 mm, left 30–35 mm, right
 * 15–20 mm; checked 2026-11, INFERRED).
 */
const OFFICIAL_PAGE = `
  @page { size: A4; margin: 20mm 15mm 20mm 30mm; @bottom-center { content: counter(page); font: 11pt 'Times New Roman', Tinos, serif } }
  @page :first { @bottom-center { content: none } }
`
/** What holds for the printing only: nothing of the page round the element, and nothing of the frame that the page has put it in. */
const ALONE = `
  @media print {
    html, body, body :has([data-motcua-printing]), [data-motcua-printing] {
      display: block !important; position: static !important; float: none !important; overflow: visible !important; transform: none !important;
      inline-size: auto !important; max-inline-size: none !important; block-size: auto !important; max-block-size: none !important;
      margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important;
    }
    body *:not(:has([data-motcua-printing])):not([data-motcua-printing]) { display: none !important; }
  }`

/** Prints the declaration, or whatever else the element shows on paper, alone. Browsers without `:has()` print the page round it too. */
export function printDeclaration(host: HTMLElement, page = OFFICIAL_PAGE): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(page + ALONE)
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
