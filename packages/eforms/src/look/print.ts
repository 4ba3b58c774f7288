/** On paper only what is meant for it remains; the page's own content is hidden by a sheet that lives as long as the printing. */
export const print = /* css */ `
  @media print {
    .root { max-inline-size: none; padding: 0; color: #000; background: #fff; font: 13pt/1.35 'Times New Roman', Tinos, 'Liberation Serif', 'Noto Serif', serif; direction: ltr; }
    .screen { display: none !important; }
  }
`
