import { afterEach, describe, expect, it } from 'vitest'
import { readAxTree, walk } from './ax-tree.ts'
import { focusFaults } from './focus-indicator.ts'
import { layoutFaults } from './layout-faults.ts'
import { spokenField } from './spoken.ts'

afterEach(() => { document.body.replaceChildren() })

/** A page that somebody has got wrong: elements with a style each, in a root of their own. */
function wrong(css: string, ...elements: readonly [tag: string, className: string, text: string][]): { host: HTMLElement; made: HTMLElement[] } {
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const made = elements.map(([tag, className, text]) => Object.assign(document.createElement(tag), { className, textContent: text }))
  root.append(...made)
  return { host, made }
}

describe('the judge of layouts', () => {
  it.each([
    ['a box that cuts its words off', 'p { width: 40px; overflow: hidden; white-space: nowrap }', [['p', 'a', 'Họ, chữ đệm, tên']], /is cut off/],
    ['a page wider than its window', 'p { width: 3000px }', [['p', 'a', 'Họ, chữ đệm, tên']], /px wide in/],
    ['words on words', '.b { margin-top: -20px }', [['p', 'a', 'Họ tên'], ['p', 'b', 'Năm sinh']], /lies on/],
    ['a target too small for a finger', 'button { padding: 0; border: 0; width: 20px; height: 20px }', [['button', 'a', '×']], /is 20 × 20 px/],
  ] as const)('finds %s', (_name, css, elements, said) => {
    const { host } = wrong(css, ...elements.map(([tag, className, text]): [string, string, string] => [tag, className, text]))
    expect(layoutFaults(host).join('\n')).toMatch(said)
  })
})

describe('the judge of the focus', () => {
  it.each([
    ['no outline', 'button { outline: none }', /no outline/],
    ['an outline as pale as the page', 'button { outline: 3px solid #eeeeee }', /has an outline/],
    ['a button under something', 'button { outline: 3px solid #000000 } .over { position: fixed; inset: 0 }', /is covered/],
    ['a button beside the page', 'button { outline: 3px solid #000000; position: fixed; left: -500px }', /out of sight/],
  ] as const)('finds %s', (_name, css, said) => {
    const { made: [button] } = wrong(css, ['button', 'a', 'Tiếp tục'], ['div', 'over', ''])
    button?.focus()
    expect(button ? focusFaults(button).join('\n') : '').toMatch(said)
  })
})

describe('what is spoken', () => {
  it('comes from the computed tree: a box without a label has no name, whatever stands beside it', async () => {
    const { host } = wrong('', ['span', 'a', 'Họ tên'], ['input', 'b', ''])
    Object.assign(host, { role: 'region', ariaLabel: 'wrong' })
    const region = [...walk(await readAxTree())].find(({ name }) => name === 'wrong')
    expect(region && spokenField(region, 'vi')).toBe('ô nhập')
  })
})
