/** Fields, buttons and the summary of errors. The place of an error's bar is always there: eight hundred errors move nothing sideways.
 * Of a long page only what is near the screen is laid out; a field with focus never, so that its list and its ring are not cut off. */
export const controls = /* css */ `
  .field {
    min-inline-size: 0; margin-block: 0 1.25em; margin-inline: -0.75em 0; padding-inline-start: 0.45em;
    border: 0 solid transparent; border-inline-start-width: 0.3em;
  }
  .long > .field:not(:focus-within) { content-visibility: auto; contain-intrinsic-size: auto 6em; }
  fieldset { border: 0; margin: 0 0 1.25em; padding: 0; min-inline-size: 0; }
  .group { margin-block-end: 1.5em; }
  legend, .label { display: block; padding: 0; margin: 0 0 0.25em; font-weight: 600; max-inline-size: 100%; }
  .group > legend { font-size: 1.2em; font-weight: 700; margin-block-end: 0.5em; }
  .optional { font-weight: 400; color: var(--_muted); margin-inline-start: 0.1em; }
  .hint { display: block; color: var(--_muted); margin: 0 0 0.35em; }
  .error { display: block; color: var(--_error); font-weight: 600; margin: 0 0 0.35em; }
  .origin, .in-words { display: block; color: var(--_muted); margin: 0.35em 0 0; }
  .warning { display: block; color: var(--_warning); font-weight: 600; margin: 0.35em 0 0; }
  .field.invalid { border-color: var(--_error); }
  @media (forced-colors: active) { .field:not(.invalid) { border-color: Canvas; } }
  input, select, textarea, button { font: inherit; color: inherit; margin: 0; letter-spacing: inherit; }
  input:not([type='radio'], [type='checkbox'], [type='file']), select, textarea {
    display: block; inline-size: 100%; min-block-size: var(--_target); padding: 0.4em 0.6em;
    border: 0.125em solid var(--_control); border-radius: var(--_radius); background: var(--_surface); color: var(--_text);
  }
  textarea { min-block-size: 6em; resize: vertical; }
  :is(input:not([type='radio'], [type='checkbox']), select, textarea)[aria-invalid='true'] { border-color: var(--_error); }
  :is(input, select, textarea):is([readonly], :disabled) { background: var(--_panel); border-style: dashed; color: var(--_text); opacity: 1; }
  .w-2 { max-inline-size: 4.5em; } .w-4 { max-inline-size: 6em; } .w-10 { max-inline-size: 11em; } .w-20 { max-inline-size: 20em; }
  .date { display: flex; flex-wrap: wrap; gap: 0.75em; }
  .date .part { flex: 0 0 auto; }
  .date .part input { margin-block-start: 0.25em; }
  .choices { display: grid; gap: 0.5em; }
  .choice { display: flex; gap: 0.75em; align-items: flex-start; min-block-size: var(--_target); padding-block: 0.5em; }
  .choice label { flex: 1; min-inline-size: 0; padding-block: 0.05em; }
  .choice input { flex: none; inline-size: 1.6em; block-size: 1.6em; accent-color: var(--_primary); }
  .summary { border: 0.25em solid var(--_error); padding: 1em; margin-block-end: 1.5em; scroll-margin-block: 0.5em; }
  .summary h3 { margin-block-start: 0; }
  .summary ul { list-style: none; padding: 0; margin: 0; }
  .summary a { color: var(--_error); font-weight: 600; padding-block: 0.25em; }
  .summary li { padding-block: 0.25em; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.75em; margin-block: 1.5em 0.75em; align-items: center; }
  .button {
    display: inline-flex; align-items: center; justify-content: center; min-block-size: var(--_target); padding: 0.4em 1.1em;
    border: 0.125em solid var(--_primary); border-radius: var(--_radius); background: var(--_primary); color: var(--_on-primary);
    font-weight: 600; text-decoration: none; cursor: pointer; text-align: center;
  }
  .button:hover { background: var(--_primary-dark); border-color: var(--_primary-dark); }
  .button.secondary { background: var(--_surface); color: var(--_text); border-color: var(--_control); }
  .button.secondary:hover { background: var(--_panel); }
  .button.small { padding-inline: 0.75em; font-weight: 400; }
  .button[aria-disabled='true'] { opacity: 0.75; cursor: progress; }
  .link { background: none; border: 0; padding: 0.35em 0; min-block-size: var(--_target); color: var(--_link); text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; text-align: start; }
  @media (max-width: 30em) { .buttons .button { flex: 1 1 100%; } }
`
