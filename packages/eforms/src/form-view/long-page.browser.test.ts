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
