/** What only repeating groups, seldom kinds of field and the flow look like. It comes with what draws them. */
export const seldom = /* css */ `
  .removed { background: var(--_panel); border-inline-start: 0.3em solid var(--_link); padding: 0.35em 0.8em; margin-block-end: 1.5em; }
  input[type='file'] { max-inline-size: 100%; }
  .amount { display: flex; align-items: center; gap: 0.5em; }
  output { display: block; min-block-size: var(--_target); padding-block: 0.4em; }
  .field > details { margin-block-end: 0.35em; }
  .combobox { position: relative; }
  .combobox ul, .no-list {
    position: absolute; z-index: 5; inset-inline: 0; inset-block-start: 100%; margin: 0.15em 0 0; padding: 0; list-style: none;
    max-block-size: 16em; overflow: auto; background: var(--_surface); border: 0.125em solid var(--_control); border-radius: var(--_radius);
  }
  .no-list, .combobox li { padding: 0.6em; }
  .combobox [role='option'] { min-block-size: var(--_target); cursor: pointer; border-block-end: 1px solid var(--_line); }
  .combobox [role='option'][aria-selected='true'] { background: var(--_link); color: var(--_surface); }
  @media (forced-colors: active) { .combobox [role='option'][aria-selected='true'] { outline: 0.1875em solid Highlight; outline-offset: -0.1875em; } }
`
