import { tokens } from './tokens.ts'

/** Design token for documentation: name, value when a page sets none, and what it is for. */
export interface TokenDocs { name: string; value: string; about: string }

/** What each token is for. Names and values stand in the style sheet alone. */
const ABOUT: Readonly<Record<string, string>> = {
  font: 'family of every text; `inherit` takes the page’s',
  'color-text': 'text, and the ring of the focus',
  'color-muted': 'hints and what matters less',
  'color-surface': 'ground of the element and of its controls',
  'color-panel': 'ground of notices and of what cannot be edited',
  'color-line': 'lines that separate; no text depends on them',
  'color-control': 'borders of controls: 3 : 1 or better on the ground',
  'color-link': 'links, and what is chosen in a list',
  'color-primary': 'ground of the main button',
  'color-primary-dark': 'ground of the main button under the pointer',
  'color-on-primary': 'text on the main button',
  'color-error': 'messages of what is wrong, and their border',
  'color-good': 'what has gone well',
  'color-warning': 'what to look at again',
  'color-focus': 'glow round what has the focus',
  space: 'distance between blocks',
  radius: 'rounding of controls and buttons',
  target: 'least height of what is pressed: 44 px or more',
  measure: 'greatest width of the element',
  'color-scheme': '`dark` when the ground is: how the browser draws its own parts of controls',
}

/** Every `--motcua-*` custom property, read from the style sheet that uses it. */
export const TOKENS: readonly TokenDocs[] = [...tokens.matchAll(/var\(--motcua-([\w-]+), ([^;]+)\);/g)].map(([, name = '', value = '']) => (
  { name: `--motcua-${name}`, value, about: ABOUT[name] ?? '' }
))
