import { THEMES } from './themes.ts'
import type { Theme } from './themes.ts'

/** What the toolbar sets beside the language. */
export interface PageLook { theme: Theme; dir: 'ltr' | 'rtl'; text: '100' | '200' }

/** The look that a toolbar asks for; from an address its figures come as numbers. */
export function lookOf({ theme, dir, text }: Readonly<Record<string, unknown>>): PageLook {
  return { theme: theme === 'dark' || theme === 'contrast' ? theme : 'light', dir: dir === 'rtl' ? 'rtl' : 'ltr', text: String(text) === '200' ? '200' : '100' }
}

/** Puts a look on the page: custom properties, direction and size pass into every shadow root. */
export function applyLook({ theme, dir, text }: PageLook): void {
  const { documentElement: page, body } = document
  for (const tokens of Object.values(THEMES)) for (const name of Object.keys(tokens)) page.style.removeProperty(`--motcua-${name}`)
  for (const [name, value] of Object.entries(THEMES[theme])) page.style.setProperty(`--motcua-${name}`, value)
  page.dir = dir
  body.style.setProperty('zoom', text === '200' ? '2' : '1')
}
