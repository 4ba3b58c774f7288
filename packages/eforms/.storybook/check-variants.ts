import axe from 'axe-core'
import type { Medium } from '../src/a11y/media.ts'
import type { Language } from './every-state.ts'
import { applyLook } from './page-look.ts'
import type { PageLook } from './page-look.ts'
import { THEMES } from './themes.ts'
import type { Theme } from './themes.ts'

interface Variant { look: PageLook; medium: Medium; language?: Language }

const PLAIN: PageLook = { theme: 'light', dir: 'ltr', text: '100' }
const COLOURS: ReadonlyArray<readonly [Theme, Medium]> = [...(Object.keys(THEMES) as Theme[]).map((theme) => [theme, 'as it is'] as const), ['light', 'forced colours']]
/** Every theme and forced colours, once as most read and once from right to left in twice the size; the language is that of the run. */
const ALL: readonly Variant[] = COLOURS.flatMap(([theme, medium]) => [{ look: { ...PLAIN, theme }, medium }, { look: { theme, dir: 'rtl', text: '200' }, medium }] satisfies Variant[])
/** Every value once. Elements change their language where they stand; what the page has given them stays as it is. */
const EVERYDAY: readonly Variant[] = [
  { look: { ...PLAIN, theme: 'dark' }, medium: 'as it is', language: 'en' },
  { look: { theme: 'contrast', dir: 'rtl', text: '200' }, medium: 'as it is' },
]

/**
 * Under the tests each story is looked at again where its `play` left it, in every look at full counts. The a11y addon then sees
 * the plain one.
 */
export async function checkVariants(canvas: HTMLElement, language: Language): Promise<void> {
  if (!('__vitest_browser__' in globalThis)) return
  const { emulate } = await import('../src/a11y/media.ts')
  const elements = [...canvas.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => localName.startsWith('motcua-'))
  const variants = import.meta.env.MOTCUA_CONFORMANCE === 'full' ? ALL : EVERYDAY
  const show = async (variant: Variant): Promise<void> => {
    await emulate(variant.medium)
    await speak(elements, variant.language ?? language)
    applyLook(variant.look)
    // A colour on its way to another is neither: transitions end at once.
    for (const animation of elements.flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? [])) animation.finish()
  }
  const faults: string[] = []
  try {
    for (const variant of variants) {
      await show(variant)
      const { violations } = await axe.run(canvas, { resultTypes: ['violations'] })
      if (violations.length > 0) faults.push(`${JSON.stringify(variant)}: ${violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`).join('\n')}`)
    }
  } finally {
    // The next story begins as it would alone.
    await show({ look: PLAIN, medium: 'as it is' })
  }
  console.log(`conformance: axe, stories × themes × locales, without a violation: ${variants.length - faults.length}/${variants.length}`)
  if (faults.length > 0) throw new Error(faults.join('\n\n'))
}

/** Waits until every element shows the language. */
async function speak(elements: readonly HTMLElement[], language: Language): Promise<void> {
  for (const element of elements) element.lang = language
  for (let tries = 0; tries < 200; tries++) {
    if (elements.every(({ shadowRoot }) => shadowRoot?.querySelector('.root')?.getAttribute('lang') === language)) return
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  throw new Error(`The story did not come to speak “${language}” in two seconds.`)
}
