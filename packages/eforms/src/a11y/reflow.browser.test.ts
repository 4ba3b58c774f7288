import type {} from '@vitest/browser-playwright'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import type { Language } from '../locales/strings.ts'
import { layoutFaults } from './layout-faults.ts'
import { SCREENS } from './screens.ts'

interface Setting {
  name: string
  width: number
  language?: Language
  /** What the reader has chosen as the size of text; browsers begin with 16. */
  textPx?: number
  dir?: 'rtl'
  /** A style the reader puts over everything. */
  css?: string
}

const LETTERS = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

const SETTINGS: readonly Setting[] = [
  { name: '320 px: 1280 px at 400 %', width: 320 },
  { name: '320 px, English', width: 320, language: 'en' },
  { name: '320 px, right to left', width: 320, dir: 'rtl' },
  { name: '360 px, text at 200 %', width: 360, textPx: 32 },
  { name: '1280 px, text at 200 %, English', width: 1280, textPx: 32, language: 'en' },
  { name: '360 px, letters, words and lines apart', width: 360, css: LETTERS },
  { name: '320 px, right to left, apart, English', width: 320, dir: 'rtl', css: LETTERS, language: 'en' },
  { name: '1280 px', width: 1280 },
]
const isFull = import.meta.env.MOTCUA_CONFORMANCE === 'full'
const score = { right: 0, total: 0 }

afterAll(() => { console.log(`conformance: screens that reflow, zoom and space out: ${score.right}/${score.total}`) })
afterEach(async () => {
  document.body.replaceChildren()
  document.documentElement.dir = ''
  await cdp().send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await page.viewport(414, 896)
})

describe.each(SETTINGS)('at $name', ({ width, language = 'vi', textPx = 16, dir = '', css }) => {
  it.each(SCREENS.filter(({ name }, index) => isFull || name === 'questions, errors' || index % SETTINGS.length === width % 7))('nothing of “$name” is cut off, covered or too small', async ({ show }) => {
    await page.viewport(width, 800)
    await cdp().send('Page.setFontSizes', { fontSizes: { standard: textPx } })
    document.documentElement.dir = dir
    const element = await show(language)
    const root = element.shadowRoot
    if (css !== undefined && root) {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    }
    expect(Number.parseFloat(getComputedStyle(root?.querySelector('.root') ?? element).fontSize)).toBe(textPx)
    score.total += 1
    expect(layoutFaults(element)).toEqual([])
    score.right += 1
  })
})
