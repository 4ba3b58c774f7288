/** On paper only the declaration remains; the page's own content is hidden by a sheet that lives as long as the printing. */
export const print = /* css */ `
  @media print {
    .root { max-inline-size: none; color: #000; background: #fff; font-family: 'Times New Roman', 'Noto Serif', serif; }
    .screen { display: none !important; }
    .paper { display: block; }
    .paper .nation, .paper .motto, .paper h2 { text-align: center; }
    .paper .motto { text-decoration: underline; margin-block-end: 2em; }
    .paper dl div { break-inside: avoid; margin-block-end: 0.35em; }
    .paper dt { display: inline; font-weight: 400; } .paper dd { display: inline; margin: 0; font-weight: 600; }
    .paper .sign { margin-block-start: 3em; text-align: end; }
    .paper .qr { inline-size: 3cm; border: 0; }
  }
`
