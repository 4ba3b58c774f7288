import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import '../define.ts'
import { FIELD_CASES } from '../testing/field-cases.ts'
import { drawn, mountField } from '../testing/field-harness.ts'

afterEach(() => { document.body.replaceChildren() })

/** All states of a field side by side: one look at them together costs a fifth of five. The stories look again, in English and in every theme. */
it.each(FIELD_CASES)('$tag is accessible empty, filled, wrong, locked and disabled', async (field) => {
  const { value } = field
  const states: ReadonlyArray<Record<string, string>> = [
    {}, { value, required: '' }, { required: '', value, error: 'Chưa đúng', hint: 'Gợi ý' }, { value, locked: '', hint: 'Từ tài khoản của bạn' }, { value, disabled: '' },
  ]
  const box = document.body.appendChild(document.createElement('div'))
  for (const [index, attributes] of states.entries()) {
    const { form, element } = mountField(field, { ...attributes, name: `test-${index}` })
    box.append(form)
    await drawn(element)
  }
  const { violations } = await axe.run(box)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
})
