import { describe, expect, it } from 'vitest'
import { definition, field, repeat, rule } from '../test/fixtures/definitions.ts'
import { createForm } from './index.ts'

describe('createForm', () => {
  it.each(['constructor', '__proto__', 'toString'])('takes "%s" for the name of a page, a question and an option set like any other', name => {
    const pointer = `/${name}`
    const form = createForm({ definition: definition({
      pages: [{ id: name, items: [field(pointer, { optionSet: 'none' }), field('/other')] }],
      rules: [rule('same', pointer, { '==': [{ var: pointer }, { var: '/other' }] })], schema: {},
    }) })
    form.setValue(pointer, 'a')
    form.setValue('/other', 'b')
    expect(form.validatePage(name).map(({ pointer: at, code }) => [at, code])).toEqual([[pointer, 'same']])
    expect(Object.entries(form.project())).toEqual([[name, 'a'], ['other', 'b']])
    expect(form.field(pointer).options.value).toEqual([])
  })

  it.each([['the same key again', () => 'a'], ['what is no key', () => '0.25']])('gives rows keys of its own when `random` gives %s', (_, random) => {
    const form = createForm({ definition: definition({ pages: [{ id: 'p', items: [repeat('/l', [field('/l/-/a')])] }], schema: {} }), random })
    const keys = [form.repeat('/l').add().key, form.repeat('/l').add().key]
    expect(new Set(keys).size).toBe(2)
  })
})
