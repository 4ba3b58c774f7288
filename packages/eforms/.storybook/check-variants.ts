import axe from 'axe-core'
import { applyTheme } from './themes.ts'
import type { Theme } from './themes.ts'

const TAG = /^motcua-/

/**
 * Under the tests each story is looked at again where its `play` left it: in English and the dark theme, since every element
 * switches both without losing state, and for its contrast in the theme of high contrast. The a11y addon then sees Vietnamese in
 * the light theme.
 */
export async function checkVariants(canvas: HTMLElement): Promise<void> {
  if (!('__vitest_browser__' in globalThis)) return
  const elements = [...canvas.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => TAG.test(localName))
  if (elements.length === 0) return
  await speak(elements, 'en')
  wear(elements, 'dark')
  await expectClean(canvas, 'English, theme dark')
  wear(elements, 'contrast')
  await expectClean(canvas, 'theme contrast', { runOnly: ['color-contrast'] })
  wear(elements, 'light')
  await speak(elements, 'vi')
}

/** A colour on its way to another is neither: transitions end at once. */
function wear(elements: readonly HTMLElement[], theme: Theme): void {
  applyTheme(theme)
  for (const animation of elements.flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? [])) animation.finish()
}

/** Waits until every element shows the language. */
async function speak(elements: readonly HTMLElement[], language: string): Promise<void> {
  for (const element of elements) element.lang = language
  for (let tries = 0; tries < 200; tries++) {
    if (elements.every(({ shadowRoot }) => shadowRoot?.querySelector('.root')?.getAttribute('lang') === language)) return
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  throw new Error(`The story did not come to speak “${language}” in two seconds.`)
}

async function expectClean(canvas: HTMLElement, variant: string, options: axe.RunOptions = {}): Promise<void> {
  const { violations } = await axe.run(canvas, { resultTypes: ['violations'], ...options })
  if (violations.length === 0) return
  throw new Error(`${variant}: ${violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`).join('\n')}`)
}
