/** A place, what it was made of, and its offices. */
export const placesLook = /* css */ `
  dd a, p a { display: inline-block; padding-block: 0.5em; }
  [part='office'] { border-block-start: 1px solid var(--_line); padding-block-start: 0.5em; }
  [part='open'] { font-weight: 600; }
  [part='former'] li { margin-block-end: 0.35em; }
  [part='former'] .link { margin-inline-end: 0.75em; padding-block: 0.2em; min-block-size: 1.75em; }
`
