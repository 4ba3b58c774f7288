/**
 * Design tokens. A page sets `--motcua-*` on the element or any ancestor; custom properties pass through the
 * `all: initial` that stops everything else. Defaults keep text at 4.5:1 or better and controls at 44 px.
 */
export const tokens = /* css */ `
  .root {
    --_font: var(--motcua-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --_text: var(--motcua-color-text, #1a1d21);
    --_muted: var(--motcua-color-muted, #50565e);
    --_surface: var(--motcua-color-surface, #ffffff);
    --_panel: var(--motcua-color-panel, #f3f4f6);
    --_line: var(--motcua-color-line, #b5bac1);
    --_control: var(--motcua-color-control, #565c64);
    --_link: var(--motcua-color-link, #0b57a4);
    --_primary: var(--motcua-color-primary, #a3201d);
    --_primary-dark: var(--motcua-color-primary-dark, #7d1513);
    --_on-primary: var(--motcua-color-on-primary, #ffffff);
    --_error: var(--motcua-color-error, #b3140e);
    --_good: var(--motcua-color-good, #11683a);
    --_warning: var(--motcua-color-warning, #7a4b00);
    --_focus: var(--motcua-color-focus, #ffcf33);
    --_space: var(--motcua-space, 1em);
    --_radius: var(--motcua-radius, 0.25em);
    --_target: var(--motcua-target, 2.75em);
    --_measure: var(--motcua-measure, 42em);
    --_scheme: var(--motcua-color-scheme, light);
  }
  @media (prefers-contrast: more) { .root { --_muted: var(--_text); --_line: var(--_text); --_control: var(--_text); } }
`
