import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import '../define.ts'
import { FIELD_CASES } from '../testing/field-cases.ts'
import { drawn, mountField } from '../testing/field-harness.ts'

afterEach(() => { document.body.replaceChildren() })

describe.each(FIELD_CASES)('$tag', (field) => {
  const { value, wrong } = field
  const states: Record<string, Record<string, string>> = {
    empty: {}, filled: { value }, 'wrong, with an error and a hint': { required: '', value: wrong?.[0] ?? '', error: 'Chưa đúng', hint: 'Gợi ý' },
    locked: { value, locked: '' }, disabled: { value, disabled: '' },
  }

  it.each(Object.entries(states))('is accessible %s', async (_state, attributes) => {
    const { form, element } = mountField(field, attributes)
    await drawn(element)
    const { violations } = await axe.run(form)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
  })
})
