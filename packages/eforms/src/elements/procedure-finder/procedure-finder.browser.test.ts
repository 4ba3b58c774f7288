import { DEFINITION_INDEX } from '@motcua/schemas/definitions'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible } from '../../testing/harness.ts'
import { violations } from '../../testing/strict-policy.ts'
import './define.ts'
import type { MotcuaProcedureFinder } from './procedure-finder.ts'

beforeEach(() => { violations.length = 0 })
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  expect(violations).toEqual([])
})

function mount(change: Partial<MotcuaProcedureFinder> = {}): MotcuaProcedureFinder {
  const element = Object.assign(document.createElement('motcua-procedure-finder'), { href: '/thu-tuc/{slug}.html', entries: DEFINITION_INDEX, ...change })
  element.append(Object.assign(document.createElement('p'), { textContent: 'Các thủ tục của xã' }))
  document.body.append(element)
  return element
}

const box = () => page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' })
const links = () => page.getByRole('link').elements().map((link) => link.getAttribute('href'))
const served = (list: () => Response, words: () => Response = () => new Response('', { status: 404 })): string[] => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    if (url.pathname.endsWith('/reference/everyday-words.json')) return words()
    asked.push(url.href)
    return list()
  })
  return asked
}

describe('motcua-procedure-finder', () => {
  it('leads to the page of what was meant, typed without marks, and says how many there are', async () => {
    const element = mount()
    await expect.element(page.getByRole('status')).toHaveTextContent(`Có ${DEFINITION_INDEX.length} thủ tục làm được ở đây.`)
    await box().fill('trich luc')
    await expect.element(page.getByRole('status')).toHaveTextContent('Tìm thấy 1 thủ tục.')
    expect(links()[0]).toBe('/thu-tuc/extract-copy.html')
    await expect.element(page.getByText('Mã thủ tục 2.000635')).toBeVisible()
    await expectAccessible(element)
  })

  it('says what to do when nothing is found, and keeps what was typed when the language changes', async () => {
    const element = mount()
    await box().fill('xyzzy')
    await expect.element(page.getByText(/^Không tìm thấy thủ tục nào/)).toBeVisible()
    element.lang = 'en'
    await expect.element(page.getByText(/^No procedure was found/)).toBeVisible()
    await expect.element(page.getByRole('searchbox', { name: 'What do you need to do?' })).toHaveValue('xyzzy')
    await expectAccessible(element)
  })

  it('says that nothing was understood where there is no word, and shows all as all', async () => {
    mount()
    await box().fill('😀 ?!')
    await expect.element(page.getByRole('status')).toHaveTextContent(`Chưa hiểu được từ nào trong ô này. Dưới đây là tất cả ${DEFINITION_INDEX.length} thủ tục làm được ở đây.`)
    expect(links()).toHaveLength(DEFINITION_INDEX.length)
    await box().fill(' ')
    await expect.element(page.getByRole('status')).toHaveTextContent(`Có ${DEFINITION_INDEX.length} thủ tục làm được ở đây.`)
  })

  it('offers only what the site names, by slug or by code, under the code if the address asks for it', async () => {
    mount({ procedures: 'extract-copy  1.001193', href: '/apply?procedure={code}' })
    await expect.poll(links).toEqual(['/apply?procedure=2.000635', '/apply?procedure=1.001193'])
  })

  it('offers nothing that is not in force today', async () => {
    mount({ entries: DEFINITION_INDEX.map((entry) => (entry.slug === 'extract-copy' ? entry : { ...entry, effectiveTo: '2026-01-01' })) })
    await expect.poll(links).toEqual(['/thu-tuc/extract-copy.html'])
  })

  it.each([['javascript:alert("{slug}")', 'a script'], ['data:text/html,{slug}', 'data']])('makes no link of %s', async (href) => {
    mount({ href })
    await expect.element(page.getByRole('status')).toBeVisible()
    expect(links().filter(Boolean)).toEqual([])
  })

  it('tells the page which procedure was chosen, which may go on by itself', async () => {
    const element = mount({ href: '#/{slug}' })
    const chosen: unknown[] = []
    element.addEventListener('motcua-procedure-chosen', (event) => { chosen.push((event as CustomEvent).detail); event.preventDefault() })
    await box().fill('trich luc')
    await page.getByRole('link', { name: /^Cấp bản sao Trích lục/ }).click()
    expect([chosen, location.hash]).toEqual([[{ slug: 'extract-copy', code: '2.000635' }], ''])
  })

  it('asks the gateway for its list', async () => {
    const asked = served(() => Response.json({ generatedAt: '2026-11-22T00:00:00Z', definitions: DEFINITION_INDEX.slice(0, 3) }))
    mount({ portal: 'https://gateway.example', entries: undefined })
    await expect.poll(() => links().length).toBe(3)
    expect(asked).toEqual(['https://gateway.example/definitions/index.json'])
  })

  it('leaves out what is no procedure in the list', async () => {
    served(() => Response.json({ definitions: [null, 7, { slug: 'half' }, { ...DEFINITION_INDEX[0], name: 'Khai sinh' }, DEFINITION_INDEX.find(({ slug }) => slug === 'extract-copy')] }))
    mount({ entries: undefined })
    await expect.poll(links).toEqual(['/thu-tuc/extract-copy.html'])
  })

  it('finds by what people call it, where the folder of definitions says so', async () => {
    served(() => Response.json({ definitions: DEFINITION_INDEX }), () => Response.json({ 'land-certificate-correction': { vi: ['sửa sổ đỏ', 7], en: 'none' }, 'extract-copy': 'none' }))
    mount({ entries: undefined, definitions: '/dinh-nghia' })
    await box().fill('so do')
    await expect.poll(links).toEqual(['/thu-tuc/land-certificate-correction.html'])
  })

  it.each([
    ['there is no list', { entries: undefined }, () => new Response('', { status: 503 })],
    ['the list is none', { entries: undefined }, () => Response.json({ definitions: 'soon' })],
    ['the gateway has no such address', { entries: undefined, portal: 'not an address' }, () => Response.json([])],
    ['there is nowhere to lead to', { href: '' }, () => Response.json([])],
  ])('leaves the links of the page when %s', async (_case, change, answer) => {
    served(answer)
    mount(change)
    await expect.element(page.getByText('Các thủ tục của xã')).toBeVisible()
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    expect(page.getByRole('searchbox').elements()).toHaveLength(0)
  })
})
