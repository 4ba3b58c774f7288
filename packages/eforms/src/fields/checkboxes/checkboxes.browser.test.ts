import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import './define.ts'
import { drawn, mountField } from '../../testing/field-harness.ts'
import { answerOf, mountKinds, testFields } from '../../testing/mount-kinds.ts'

testFields()

const tick = (name: string) => page.getByRole('checkbox', { name }).click()

describe('several of a set', () => {
  it('stand in the order of the set, and nothing ticked is no answer', async () => {
    const mounted = await mountKinds(['checkboxes'])
    await tick('Học bạ')
    await tick('Giấy khai sinh')
    expect(answerOf(mounted, 'checkboxes')).toEqual(['birth', 'school'])
    await tick('Giấy khai sinh')
    await tick('Học bạ')
    expect(answerOf(mounted, 'checkboxes')).toBeUndefined()
  })

  it('have that order alone too, whatever the order of the attribute', async () => {
    const choices = [{ value: '1', vi: 'Một', en: 'One' }, { value: '2', vi: 'Hai', en: 'Two' }]
    const { element } = mountField({ tag: 'motcua-checkboxes-field', choices }, { value: ' 2  1 ' })
    await drawn(element)
    await tick('Hai')
    await tick('Hai')
    expect([element.value, element.answer]).toEqual(['1 2', ['1', '2']])
  })
})
