import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { mountForm } from '../form/mount-form.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { expectAccessible } from '../testing/harness.ts'
import { violations } from '../testing/strict-policy.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

/** Only a grandparent or parent may be asked for as long as the copies are for somebody else. */
const definition = fixtureDefinition(({ pages }) => {
  for (const item of pages[1]?.items ?? []) {
    if (item.type !== 'field') continue
    delete item.visibleWhen
    if (item.pointer === '/subject/relation') Object.assign(item, { except: ['parent'], optionsWhen: [{ values: ['other'], when: { '==': [{ var: '/forWhom' }, 'self'] } }] })
  }
})

describe('options that depend on another answer', () => {
  it('are those that may be chosen now, and a choice that no longer may is named as wrong', async () => {
    const box = document.body.appendChild(document.createElement('main'))
    const { root, form } = mountForm(box, definition)
    const offered = () => [...root.querySelectorAll<HTMLOptionElement>('#f-subject-relation option')].map(({ value }) => value).filter(Boolean)
    expect(offered()).toEqual(['grandparent'])
    await page.getByRole('radio', { name: 'Cho chính tôi' }).click()
    expect(offered()).toEqual(['grandparent', 'other'])
    form.setValue('/subject/relation', 'other')
    form.touch('/subject/relation')
    await page.getByRole('radio', { name: /^Cho người khác/u }).click()
    expect(offered()).toEqual(['grandparent'])
    expect(form.field('/subject/relation').issues.value.map(({ code }) => code)).toContain('optionNotOffered')
    expect(root.querySelector('#f-subject-relation-error')?.textContent).toMatch(/^Lỗi: ./u)
    await expectAccessible(document.body)
  })
})
