import { describe, expect, it } from 'vitest'
import { violations } from '../testing/strict-policy.ts'

/** What the policy of the browser tests refuses. That the kit's own pages do none of it, every other browser test shows. */
describe('the policy the browser tests run under', () => {
  const refusals: ReadonlyArray<{ directive: string; name: string; attempt: () => void }> = [
    // oxlint-disable-next-line no-eval -- it is refused
    { directive: 'require-trusted-types-for', name: 'text as a program', attempt: () => { expect(() => globalThis.eval('1')).toThrow() } },
    { directive: 'require-trusted-types-for', name: 'text as markup', attempt: () => { expect(() => { document.createElement('div').innerHTML = '<b>x</b>' }).toThrow(TypeError) } },
    { directive: 'trusted-types', name: 'a policy of somebody else', attempt: () => { expect(() => trustedTypesOf(globalThis).createPolicy('other', {})).toThrow(TypeError) } },
    { directive: 'style-src-attr', name: 'a style attribute', attempt: () => { styled('div', (element) => { element.setAttribute('style', 'color: rgb(1, 2, 3)') }) } },
    { directive: 'style-src-elem', name: 'a style element', attempt: () => { styled('style', (element) => { element.textContent = 'body { color: rgb(1, 2, 3) }' }) } },
    { directive: 'img-src', name: 'a picture from elsewhere', attempt: () => { document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/a.png' })) } },
    { directive: 'connect-src', name: 'a call elsewhere', attempt: () => { fetch('https://elsewhere.invalid/').catch(() => undefined) } },
  ]

  it.each(refusals)('refuses $name and reports it as $directive', async ({ directive, attempt }) => {
    attempt()
    await expect.poll(() => violations.some((report) => report.startsWith(directive))).toBe(true)
    violations.length = 0
    document.body.replaceChildren()
  })
})

/** Puts an element on the page that would colour the text, and sees that it does not. */
function styled(tag: string, style: (element: HTMLElement) => void): void {
  const element = document.createElement(tag)
  style(element)
  document.body.append(element)
  expect(getComputedStyle(element).color).not.toBe('rgb(1, 2, 3)')
  expect(getComputedStyle(document.body).color).not.toBe('rgb(1, 2, 3)')
}

interface TrustedTypes { createPolicy(name: string, rules: object): unknown }

/** Not in TypeScript's list of what a page has. */
function trustedTypesOf(scope: object): TrustedTypes {
  return (scope as { trustedTypes: TrustedTypes }).trustedTypes
}
