import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mountForm } from '../form/mount-form.ts'
import { fixtureDefinition } from '../testing/definition.ts'
import { violations } from '../testing/strict-policy.ts'

afterEach(() => {
  document.body.replaceChildren()
  expect(violations).toEqual([])
})

const mount = () => mountForm(document.body.appendChild(document.createElement('main')), fixtureDefinition())
const NAME = '/requester/fullName'
const box = () => page.getByRole('textbox', { name: 'Họ, chữ đệm, tên người yêu cầu' })

describe('a key in a text box', () => {
  it('is all that changes while nothing is to be said about it', async () => {
    const { form, root } = mount()
    await box().click()
    await userEvent.keyboard('A')
    const observer = new MutationObserver(() => undefined)
    observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true })
    await userEvent.keyboard('n')
    expect(form.field(NAME).value.value).toBe('An')
    expect(observer.takeRecords()).toEqual([])
    observer.disconnect()
  })

  it('takes back the error that it mends, and brings it again', async () => {
    const { root, send } = mount()
    send()
    await box().fill('A')
    await expect.element(box()).not.toHaveAttribute('aria-invalid')
    expect(root.getElementById('f-requester-fullName-error')).toBeNull()
    await userEvent.keyboard('{Backspace}')
    await expect.element(box()).toHaveAttribute('aria-invalid', 'true')
  })

  it('does not keep an answer from elsewhere out of the box, be it the one that stood there before', async () => {
    const { form } = mount()
    form.setValue(NAME, 'An')
    await box().click()
    await userEvent.keyboard('{End}h')
    expect(form.field(NAME).value.value).toBe('Anh')
    form.setValue(NAME, 'An')
    await expect.element(box()).toHaveValue('An')
    form.clear(NAME)
    await expect.element(box()).toHaveValue('')
  })

  it('leaves the words in the language that was chosen since', async () => {
    const { speak } = mount()
    await box().fill('An')
    await speak('en')
    await expect.element(page.getByRole('textbox', { name: 'Requester’s full name' })).toHaveValue('An')
  })
})
