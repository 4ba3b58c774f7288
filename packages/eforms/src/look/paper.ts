/** The declaration as it is printed: laid out like the forms of the State, to be filled in by hand where nothing was answered. */
export const paper = /* css */ `
  @media print {
    .paper { display: block; orphans: 3; widows: 3; }
    .paper :is(.nation, .motto, h2, .addressee) { text-align: center; }
    .paper .form-code { text-align: end; font-style: italic; margin: 0 0 6pt; }
    .paper .nation { font-weight: 700; margin: 0; }
    .paper .motto { font-weight: 700; margin: 0 0 18pt; }
    .paper .motto span { border-block-end: 1pt solid #000; padding-block-end: 2pt; }
    .paper h2 { font-size: 14pt; text-transform: uppercase; margin: 0 0 12pt; }
    .paper h2 span { display: block; }
    .paper .addressee { margin: 0 0 12pt; }
    .paper h3 { font-size: 13pt; margin: 8pt 0 4pt; break-after: avoid; }
    .paper h4 { font-size: 13pt; font-style: italic; margin: 6pt 0 3pt; break-after: avoid; }
    .paper section { margin: 0; }
    .paper dl { margin: 0; }
    .paper dl div { display: flex; flex-wrap: wrap; column-gap: 4pt; margin: 0 0 4pt; break-inside: avoid; }
    .paper dt { margin: 0; font-weight: 400; }
    .paper dd { flex: 1 1 0; min-inline-size: 25%; min-block-size: 1.35em; margin: 0; font-weight: 600; white-space: pre-wrap; border-block-end: 0.75pt dotted #000; }
    .paper .boxes dd { border: 0; flex-basis: 40%; white-space: normal; }
    .paper .boxes span { display: inline-block; margin-inline-end: 10pt; }
    .paper .long-text dd { min-block-size: 2.7em; flex-basis: 100%; }
    .paper p { margin: 4pt 0; }
    .paper .sign { margin: 12pt 0 0 32%; min-block-size: 45mm; text-align: center; break-inside: avoid; break-before: avoid; }
    .paper .sign .place, .paper .sign .manner { font-style: italic; }
    .paper .sign .signer { font-weight: 700; }
    .paper .foot { display: flex; align-items: end; gap: 6pt; break-inside: avoid; }
    .paper .qr { inline-size: 24mm; border: 0; margin: 0; padding: 0; }
    .paper .hash { font: 7pt/1.2 monospace; max-inline-size: 60mm; margin: 0; }
  }
`
