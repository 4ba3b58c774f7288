/** Big enough to be read from the other end of the room. Sizes follow the element's own width: it may be a television on its side. */
export const boardLook = /* css */ `
  .root { max-inline-size: none; container-type: inline-size; }
  .board { display: grid; gap: 0 4cqi; }
  .board h2 { font-size: clamp(1.25em, 4cqi, 3.5em); margin-block-end: 0.35em; }
  .board h3 { font-size: clamp(1.1em, 3cqi, 2.5em); margin-block: 0 0.35em; }
  .calls, .next { list-style: none; margin: 0; padding: 0; }
  .calls li { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 0.5em; padding: 0.15em 0.3em; border-block-end: 0.03em solid var(--_line); font-size: clamp(2em, 9cqi, 8em); line-height: 1.2; font-weight: 700; }
  .calls li:first-child { background: var(--_primary); color: var(--_on-primary); font-size: clamp(2.25em, 12cqi, 11em); }
  .calls .counter { text-align: end; margin-inline-start: auto; }
  .next { display: flex; flex-wrap: wrap; gap: 0.25em 0.75em; font-size: clamp(1.5em, 5cqi, 4.5em); font-variant-numeric: tabular-nums; }
  .ticket { font-variant-numeric: tabular-nums; }
  .board section > p { font-size: clamp(1em, 2.5cqi, 2em); margin-block: 0.5em; }
  .board .notice { font-size: clamp(1em, 2.5cqi, 2em); margin-block: 0.5em; }
  @media (orientation: landscape) { @container (min-width: 60em) {
    .board { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); }
    .board > h2, .board > .stale { grid-column: 1 / -1; }
    .calls li { font-size: clamp(2em, 5.5cqi, 8em); }
    .calls li:first-child { font-size: clamp(2.25em, 7.5cqi, 11em); }
  } }
  @media (prefers-reduced-motion: no-preference) {
    .calls li.fresh { animation: call 1.2s ease-in-out 4; }
    @keyframes call { 50% { opacity: 0.35; } }
  }
  @media (forced-colors: active) { .calls li:first-child { border: 0.06em solid Highlight; } }
`
