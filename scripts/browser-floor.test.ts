import { beforeAll, describe, expect, it } from 'vitest'
import { browserScript, scriptAboveFloor, styleAboveFloor } from './browser-floor.ts'

/** What the browser build names although not every browser has it, and why that is right. */
const GUARDED: Readonly<Record<string, string>> = {
  '.states': 'states of an element are for the page’s styles; a field goes on without (toggleState)',
  '.isComposing': 'Safari has it, but ends a composition before its last events: isInputMethodKey and TextControl know',
  '.onLine': 'a WebView may say that it is on line when it is not; the request then fails as any may',
  'AbortSignal.any': 'ky asks first, and the client ends a call by itself (withDeadline)',
  '.createPolicy': 'Lit uses Trusted Types where they are',
  '.emptyScript': 'likewise',
  '.speechSynthesis': 'a WebView has none: the board then calls nobody aloud (SpokenCall)',
  '.getVoices': 'likewise',
  '.voice': 'likewise',
  SpeechSynthesisUtterance: 'likewise',
  '.captureStackTrace': 'a library asks first',
  '.subscribe': 'a method of signals',
  '.use': 'a property of questions',
  '.when': 'a property of definitions',
}

describe('the scan for what is too new', () => {
  it.each([
    ['[3, 1].toSorted()', '.toSorted'], ['Object.groupBy([], f)', 'Object.groupBy'], ['Promise.withResolvers()', 'Promise.withResolvers'], ['Array.fromAsync(x)', 'Array.fromAsync'],
    ['AbortSignal.any([a])', 'AbortSignal.any'], ['new Set(a).isSubsetOf(b)', '.isSubsetOf'], ['URL.canParse(a)', 'URL.canParse'], ['element.showPopover()', '.showPopover'], ['internals.states.add("x")', '.states'],
    ['new CloseWatcher()', 'CloseWatcher'], ['/[a&&b]/v', '/[a&&b]/v'], ['element.moveBefore(a, b)', '.moveBefore'], ['text.isWellFormed()', '.isWellFormed'],
  ])('finds in %s: %s', (code, name) => { expect(scriptAboveFloor(code).map((found) => found.name)).toContain(name) })

  it.each([
    'structuredClone(a); Object.hasOwn(a, "b"); [1].at(-1); [1].findLast(f); crypto.randomUUID(); "a".replaceAll("b", "c")', 'const x = { toSorted() { return 1 } }; x.toSorted()', 'class A { #b = 1; static { this.c = 1 } }', 'new CSSStyleSheet().replaceSync("a{}"); element.inert = true; dialog.showModal()',
  ])('lets pass %s', (code) => { expect(scriptAboveFloor(code)).toEqual([]) })

  it.each([
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'], ['a:has(b) { top: 0 }', ':has'], ['a { &:hover { top: 0 } }', '&'], ['@starting-style { a { top: 0 } }', '@starting-style'], ['a { field-sizing: content }', 'field-sizing'],
    ['a { color: light-dark(red, blue) }', 'light-dark()'], ['input:user-invalid { top: 0 }', ':user-invalid'], ['@scope (a) { b { top: 0 } }', '@scope'],
  ])('finds in %s: %s', (css, name) => { expect(styleAboveFloor(css).map((found) => found.name)).toContain(name) })

  it('lets pass what all have', () => { expect(styleAboveFloor('a:focus-visible { inset: 0; gap: 1em } @media (forced-colors: active) { a { top: max(1px, 1em) } } b:is(c, d):where(e) { aspect-ratio: 1 }')).toEqual([]) })
})

describe('the browser build', () => {
  let built: Awaited<ReturnType<typeof browserScript>>
  beforeAll(async () => { built = await browserScript() })

  it('names nothing in its scripts that Chrome 109, Safari 16.4 or Firefox 115 lack, unless it can do without', () => {
    expect(scriptAboveFloor(built.code).filter(({ name }) => !Object.hasOwn(GUARDED, name))).toEqual([])
  })

  it('nor in its styles', () => {
    expect(built.css.length).toBeGreaterThan(5_000)
    expect(styleAboveFloor(built.css)).toEqual([])
  })
})
