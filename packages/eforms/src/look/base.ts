/** The inner `.root` stops inheritance (host rules beat plain `:host`), so nothing here depends on the page. Never `rem`. */
export const base = /* css */ `
  :host { display: block !important; }
  :host([hidden]) { display: none !important; }
  .root {
    all: initial; color-scheme: var(--_scheme); direction: inherit; display: block;
    font: normal medium/1.5 var(--_font); color: var(--_text); background: var(--_surface);
    max-inline-size: var(--_measure); padding: 0.25em 0.75em; overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
  }
  .root[dir='rtl'] { direction: rtl; } .root[dir='ltr'] { direction: ltr; }
  .root, .root * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h2, h3, h4 { line-height: 1.25; margin: 0 0 0.5em; font-weight: 700; }
  h2 { font-size: 1.5em; } h3 { font-size: 1.2em; margin-block-start: 1.25em; } h4 { font-size: 1em; margin-block-start: 1em; }
  h2:focus, h3:focus, .summary:focus { outline: none; }
  p { margin: 0 0 0.75em; }
  ul, ol { margin: 0 0 0.75em; padding-inline-start: 1.25em; }
  a { color: var(--_link); text-underline-offset: 0.15em; }
  a:hover { text-decoration-thickness: 0.15em; }
  .muted { color: var(--_muted); }
  .good { color: var(--_good); font-weight: 600; }
  .bad { color: var(--_error); font-weight: 600; }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :is(a, button, summary, input, select, textarea, [tabindex]):focus-visible {
    outline: 0.1875em solid var(--_text); outline-offset: 0; box-shadow: 0 0 0 0.375em var(--_focus);
  }
  @media (forced-colors: active) {
    :is(a, button, summary, input, select, textarea, [tabindex]):focus-visible { outline: 0.1875em solid Highlight; outline-offset: 0.125em; }
  }
  @media (prefers-reduced-motion: no-preference) { progress, .button { transition: background-color 0.1s; } }
`
