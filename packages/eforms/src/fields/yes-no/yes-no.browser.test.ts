import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { answerOf, mountKinds, testFields } from '../../testing/mount-kinds.ts'

testFields()

describe('yes or no', () => {
  it('knows no answer from “no”, and either from the other', async () => {
    const mounted = await mountKinds(['yes-no'])
    expect(answerOf(mounted, 'yes-no')).toBeUndefined()
    for (const [words, answer] of [['Không', false], ['Có', true], ['Không', false]] as const) {
      await page.getByRole('radio', { name: words }).click()
      expect(mounted.form.project()).toEqual({ 'yes-no': answer })
    }
  })
})
