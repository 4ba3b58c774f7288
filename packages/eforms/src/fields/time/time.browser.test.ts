import { describe, expect, it } from 'vitest'
import { typeAndLeave } from '../../testing/give.ts'
import { answerOf, errorOf, mountKinds, testFields, valueIn } from '../../testing/mount-kinds.ts'

testFields()

describe('a time', () => {
  it('is written out once the person has left, and stays as typed where it is none', async () => {
    const mounted = await mountKinds(['time'])
    await typeAndLeave('time', '2 giờ 30 chiều')
    expect([valueIn(mounted, 'time'), answerOf(mounted, 'time')]).toEqual(['14:30', '14:30'])
    await typeAndLeave('time', '25h')
    expect(valueIn(mounted, 'time')).toBe('25h')
    await expect.poll(() => errorOf(mounted, 'time')).not.toBe('')
  })
})
