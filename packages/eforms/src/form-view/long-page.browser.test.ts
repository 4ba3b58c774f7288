import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mountForm } from '../form/mount-form.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { violations } from '../testing/strict-policy.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

/** One page of as many questions as asked for. */
function pageOf(count: number) {
  const names = Array.from({ length: count }, (_, at) => `q${at}`)
  return fixtureDefinition((definition) => {
    definition.schema = { type: 'object', additionalProperties: false, required: names, properties: Object.fromEntries(names.map((name) => [name, { type: 'string', minLength: 1 }])) }
    Object.assign(definition, { optionSets: {}, rules: [], derivations: [] })
    definition.pages = [{ id: 'all', items: names.map((name) => ({ type: 'field', pointer: `/${name}`, field: 'text', required: true })) }]
    for (const bundle of Object.values(definition.locales)) {
      Object.assign(bundle, { pages: { all: { title: 'Một trang' } }, groups: {}, rules: {}, fields: Object.fromEntries(names.map((name, at) => [`/${name}`, { label: `Câu ${at}` }])) })
    }
  })
}

const mount = (count: number) => mountForm(document.body.appendChild(document.createElement('main')), pageOf(count))
/** What is written into the page meanwhile, by the question it belongs to: `q3: class`, `q3: +error`; outside of questions by name. */
async function touchedBy(root: ShadowRoot, act: () => unknown): Promise<string[]> {
  const records: MutationRecord[] = []
  const observer = new MutationObserver((some) => { records.push(...some) })
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
  await act()
  records.push(...observer.takeRecords())
  observer.disconnect()
  return records.flatMap(({ target, type, attributeName, addedNodes, removedNodes }) => {
    const at = target instanceof Element ? target : target.parentElement
    const place = at?.closest('.field')?.querySelector('input')?.name ?? at?.closest('.summary, form')?.className ?? ''
    const changes = type === 'attributes' ? [attributeName ?? ''] : [...[...addedNodes].map((node) => `+${nameOf(node)}`), ...[...removedNodes].map((node) => `-${nameOf(node)}`)]
    return changes.map((change) => `${place}: ${change}`)
  })
}
const nameOf = (node: Node) => (node instanceof Element ? node.className : '')

const visibilityOf = (root: ShadowRoot, id: string) => getComputedStyle(root.getElementById(id)?.closest('.field') ?? root.host).contentVisibility

describe('a page of many questions', () => {
  it('leads from the summary to a question far below, in sight and with focus, and says what is wrong there', async () => {
    await page.viewport(360, 740)
    const { root, send } = mount(120)
    expect(send()).toHaveLength(120)
    await page.getByRole('link', { name: /Câu 110/u }).click()
    expect(root.activeElement?.id).toBe('f-q110')
    await expect.poll(() => {
      const box = root.getElementById('f-q110')?.getBoundingClientRect()
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    }).toBe(true)
    await userEvent.keyboard('đã trả lời')
    await userEvent.tab()
    await expect.poll(() => root.getElementById('f-q110-error')).toBeNull()
    expect(root.activeElement?.id).toBe('f-q111')
  })

  it('names every question to whoever cannot see, also where nothing is laid out', async () => {
    await page.viewport(360, 740)
    mount(120)
    await expect.element(page.getByRole('textbox', { name: 'Câu 119', exact: true })).toBeInTheDocument()
    expect(page.getByRole('textbox').elements()).toHaveLength(120)
  })

  it('never cuts off the question that has focus', async () => {
    await page.viewport(360, 740)
    const { root } = mount(120)
    expect(visibilityOf(root, 'f-q0')).toBe('auto')
    await page.getByRole('textbox', { name: 'Câu 0', exact: true }).click()
    expect(visibilityOf(root, 'f-q0')).toBe('visible')
  })

  it('lays out a page of usual length as ever', () => {
    expect(visibilityOf(mount(20).root, 'f-q19')).toBe('visible')
  })
})

describe('what is written into a page of many questions', () => {
  const writtenOnce = (at: number) => [`f-q${at}: +error`, `f-q${at}: class`, `f-q${at}: aria-invalid`, `f-q${at}: aria-describedby`]
  const inQuestions = (touched: readonly string[]) => touched.filter((change) => change.startsWith('f-q'))

  it('for an empty submit is the error of each question and what ties it to its box, once', async () => {
    const { root, send } = mount(60)
    const touched = await touchedBy(root, send)
    expect(inQuestions(touched).filter((change) => !change.endsWith(': +')).sort()).toEqual(Array.from({ length: 60 }, (_, at) => writtenOnce(at)).flat().sort())
    expect(root.querySelectorAll('.error')).toHaveLength(60)
  })

  it('is nothing when the same is wrong once more', async () => {
    const { root, send } = mount(60)
    send()
    expect(await touchedBy(root, send)).toEqual([])
  })

  it('for a key is nothing, and for one that mends an error that question alone', async () => {
    const { root, send } = mount(60)
    send()
    root.getElementById('f-q30')?.focus()
    const mended = await touchedBy(root, () => userEvent.keyboard('a'))
    expect(mended.sort()).toEqual(['f-q30: -error', 'f-q30: aria-describedby', 'f-q30: aria-invalid', 'f-q30: class'])
    expect(await touchedBy(root, () => userEvent.keyboard('b'))).toEqual([])
  })
})
