import { blockDefinition } from '@motcua/schemas/blocks'
import { describe, expect, it } from 'vitest'
import { createForm } from './create-form.ts'

describe('a block of the vocabulary as a form of its own', () => {
  it('shows what the other answers call for, names what is missing, and gives the block’s answer', async () => {
    const form = createForm({ definition: await blockDefinition('address') })
    expect(form.project()).toEqual({ scope: 'domestic' })
    expect(form.field('/province').visible.value).toBe(true)
    expect(form.validateAll().map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/province required', '/commune required'])
    form.setValue('/scope', 'abroad')
    form.setValue('/country', 'JP')
    form.setValue('/foreign', '1-1 Chiyoda, Tokyo')
    expect(form.validateAll()).toEqual([])
    expect(form.project()).toEqual({ scope: 'abroad', country: 'JP', foreign: '1-1 Chiyoda, Tokyo' })
  })

  it('keeps the ethnic group of a Vietnamese person only', async () => {
    const form = createForm({ definition: await blockDefinition('person') })
    form.setValue('/ethnicity', '01')
    expect(form.project()).toEqual({ nationality: 'VN', ethnicity: '01' })
    form.setValue('/nationality', 'JP')
    expect(form.project()).toEqual({ nationality: 'JP' })
  })
})
