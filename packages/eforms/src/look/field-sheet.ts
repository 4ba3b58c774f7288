import { unsafeCSS } from 'lit'
import type { CSSResult } from 'lit'
import { base } from './base.ts'
import { controls } from './controls.ts'
import { answers } from './panels.ts'
import { print } from './print.ts'
import { seldom } from './seldom.ts'
import { tokens } from './tokens.ts'

/** A file is no answer of a form. Beside one that is chosen, the browser’s “no file chosen” is not true. */
const files = /* css */ `
  .chosen-file { display: flex; flex-wrap: wrap; gap: 0 1em; align-items: baseline; margin-block: 0.35em 0; }
  .held { color: transparent; }
  .held::file-selector-button { color: var(--_text); }
`

/** Of the styles of every element, what a field needs that stands alone. */
export const fieldSheet: CSSResult[] = [tokens, base, controls, seldom, answers, files, print].map((text) => unsafeCSS(text))
