import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { give, typeAndLeave } from '../../testing/give.ts'
import { answerOf, errorOf, mountKinds, testFields, valueIn } from '../../testing/mount-kinds.ts'
import { moneyCases } from './money.cases.ts'

testFields()

describe('an amount', () => {
  it('is read as it is typed, put in groups on leaving, and said in words', async () => {
    const mounted = await mountKinds(['money'])
    await give('money', '1500000đ')
    expect(mounted.form.project()).toEqual({ money: 1_500_000 })
    expect(valueIn(mounted, 'money')).toBe('1500000đ')
    await userEvent.keyboard('{Tab}')
    expect(valueIn(mounted, 'money')).toBe(moneyCases.boxed?.vi)
    const control = mounted.root.querySelector('#f-money')
    expect(control?.getAttribute('aria-describedby')?.split(' ').map((id) => mounted.root.getElementById(id)?.textContent)).toEqual(['Một triệu năm trăm nghìn đồng'])
    await mounted.speak('en')
    expect(control?.hasAttribute('aria-describedby')).toBe(false)
    expect(valueIn(mounted, 'money')).toBe(moneyCases.boxed?.en)
  })

  it('that is none stays as typed and is asked again; emptied, it is no answer', async () => {
    const mounted = await mountKinds(['money'])
    await typeAndLeave('money', '1,5 triệu')
    expect(valueIn(mounted, 'money')).toBe('1,5 triệu')
    await expect.poll(() => errorOf(mounted, 'money')).not.toBe('')
    await typeAndLeave('money', '')
    expect(answerOf(mounted, 'money')).toBeUndefined()
  })
})
