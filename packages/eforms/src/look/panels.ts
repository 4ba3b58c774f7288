/** What is behind a disclosure, and answers as text. */
export const answers = /* css */ `
  details > summary { cursor: pointer; color: var(--_link); min-block-size: 1.75em; padding-block: 0.15em; }
  details > :not(summary) { margin-inline-start: 1em; color: var(--_muted); }
  dl { margin: 0 0 1em; }
  .row { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto; gap: 0.25em 1em; padding-block: 0.6em; border-block-end: 1px solid var(--_line); align-items: baseline; }
  .row dt { font-weight: 600; } .row dd { margin: 0; white-space: pre-line; }
  .row dd.action { justify-self: end; }
  .row .link { min-block-size: 0; }
  @media (max-width: 30em) { .row { grid-template-columns: minmax(0, 1fr) auto; } .row dt { grid-column: 1 / -1; } }
`

/** Notices, facts, lists of answers, timeline, payment. */
export const panels = /* css */ `
  .notice { border-inline-start: 0.3em solid var(--_link); background: var(--_panel); padding: 0.75em 1em; margin-block: 0 1.25em; }
  .notice.warn { border-color: var(--_warning); }
  .notice.bad-notice { border-color: var(--_error); }
  .notice > :last-child { margin-block-end: 0; }
  .notice > h3:first-child { margin-block-start: 0; }
  .progress { color: var(--_muted); margin-block-end: 0.25em; }
  .steps { display: flex; gap: 0.25em; list-style: none; margin: 0 0 1em; padding: 0; color: var(--_muted); font-size: 0.85em; line-height: 1.3; }
  .steps li { flex: 1 1 0; min-inline-size: 0; border-block-start: 0.3em solid var(--_line); padding-block-start: 0.3em; }
  .steps .done { border-color: var(--_link); }
  .steps .now { border-color: var(--_primary); color: var(--_text); font-weight: 600; }
  @media (max-width: 40em) { .steps span { position: absolute; inline-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } }
  .countdown { position: sticky; inset-block-start: 0; z-index: 10; }
  .draft { border-block-start: 1px solid var(--_line); padding-block-start: 0.75em; margin-block-start: 1.5em; }
  .facts > section { border-block-start: 1px solid var(--_line); padding-block: 0.75em; }
  .facts h3 { margin: 0 0 0.35em; font-size: 1em; }
  .facts ul { list-style: none; padding: 0; margin: 0; }
  .facts li { margin-block-end: 0.5em; }
  ${answers}
  .reference { border: 0.2em solid var(--_good); padding: 1em; margin-block-end: 1.25em; text-align: center; }
  .reference strong { display: block; font-size: 1.3em; letter-spacing: 0.02em; }
  .pay { display: grid; grid-template-columns: 1fr; gap: 1.25em; }
  @media (min-width: 36em) { .pay { grid-template-columns: minmax(10em, 14em) minmax(0, 1fr); } }
  .qr { display: block; inline-size: 100%; max-inline-size: 14em; block-size: auto; background: #fff; padding: 0.5em; border: 1px solid var(--_line); forced-color-adjust: none; }
  .timeline { list-style: none; padding: 0; margin: 0; }
  .timeline li { border-inline-start: 0.2em solid var(--_line); padding: 0 0 1em 1em; position: relative; }
  .timeline li:last-child { border-color: transparent; }
  .timeline li::before { content: ''; position: absolute; inset-inline-start: -0.45em; inset-block-start: 0.35em; inline-size: 0.7em; block-size: 0.7em; border-radius: 50%; background: var(--_link); border: 1px solid currentcolor; }
  .timeline strong, .timeline span { display: block; }
  .document { border-block-start: 1px solid var(--_line); padding-block: 1em; }
  progress { display: block; inline-size: 100%; block-size: 0.75em; margin-block: 0.35em; accent-color: var(--_link); }
  .drop { border: 0.15em dashed var(--_control); padding: 1em; margin-block-end: 1.25em; }
  .cards { list-style: none; padding: 0; } .cards li { border-block-start: 1px solid var(--_line); padding-block: 0.75em; }
  .hash { font-family: ui-monospace, 'Cascadia Mono', monospace; font-size: 0.85em; overflow-wrap: anywhere; }
  .paper { display: none; }
`
