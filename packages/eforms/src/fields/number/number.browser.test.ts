import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './define.ts'
import { LABEL, leave } from '../../testing/field-cases.ts'
import { drawn, entriesOf, mountField } from '../../testing/field-harness.ts'
import { typeAndLeave } from '../../testing/give.ts'
import { answerOf, errorOf, mountKinds, testFields, valueIn } from '../../testing/mount-kinds.ts'

testFields()

describe('a number', () => {
  it('may have its comma or its point, and is not guessed at where it may be thousands', async () => {
    const mounted = await mountKinds(['number'])
    await typeAndLeave('number', '1.5')
    expect([valueIn(mounted, 'number'), answerOf(mounted, 'number')]).toEqual(['1,5', 1.5])
    await typeAndLeave('number', '1.500')
    expect([valueIn(mounted, 'number'), answerOf(mounted, 'number')]).toEqual(['1.500', '1.500'])
    await expect.poll(() => errorOf(mounted, 'number')).not.toBe('')
    await typeAndLeave('number', '1,50')
    await expect.poll(() => errorOf(mounted, 'number')).toBe('')
  })

  it('alone is a number to scripts, digits with a point to the form, and comes back as it was typed when it is none', async () => {
    const { form, element } = mountField({ tag: 'motcua-number-field' }, { value: '1.125' })
    await drawn(element)
    expect([element.answer, entriesOf(form)]).toEqual([1.125, [['test', '1.125']]])
    await page.getByLabelText(LABEL, { exact: false }).fill('1.500')
    await leave()
    expect([element.value, element.checkValidity()]).toEqual(['1.500', false])
    element.formStateRestoreCallback('"1.500"')
    await drawn(element)
    expect(element.value).toBe('1.500')
  })
})
