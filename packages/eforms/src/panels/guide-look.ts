/** The guide to a procedure; on paper one sheet, with a box to tick before each paper, and without sources and acts. */
export const guideLook = /* css */ `
  .ask { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 0.75em 1em; margin-block: 1em 1.5em; }
  .ask h3, .needs h3 { margin-block-start: 0; }
  .papers { list-style: none; padding: 0; }
  .papers > li { border-block-start: 1px solid var(--_line); padding-block: 0.75em; }
  .papers > li > span:first-child { font-weight: 600; }
  .papers p, .facts li p { margin: 0.25em 0 0; }
  .facts li ul { padding-inline-start: 1.25em; }
  .facts p a { display: inline-block; padding-block: 0.5em; }
  .condition { border-inline-start: 0.2em solid var(--_link); padding-inline-start: 0.5em; }
  @media print {
    .root { font-size: 10pt; line-height: 1.15; }
    .ask, .buttons, details, .facts > :last-child { display: none; }
    .facts, .papers { columns: 2; column-gap: 8mm; margin: 0; } .facts { margin-block-start: 0.4em; }
    .facts p a { padding: 0; }
    h2 { font-size: 1.35em; margin-block: 0 0.2em; } h3 { font-size: 1.05em; margin-block: 0.4em 0.15em; }
    p { margin-block-end: 0.2em; }
    .papers > li, .facts > section { border: 0; padding-block: 0.15em; }
    .papers > li, .facts li, .facts p { break-inside: avoid; }
    h3 { break-after: avoid; }
    .papers > li > span { display: block; }
    :is(.root, .needs, li) > p:not(.condition) { display: inline; } :is(.root, .needs, li) > p::before { content: ' '; }
    .muted { color: #000; }
    .papers > li { padding-inline-start: 1.6em; position: relative; }
    .papers > li::before { content: '\\2610'; position: absolute; inset-inline-start: 0; }
    .facts li { margin-block-end: 0.15em; } .facts h3, .facts p, .papers p { margin: 0; }
    a { color: #000; } a::after { content: ' (' attr(href) ')'; font-weight: 400; }
  }
`
