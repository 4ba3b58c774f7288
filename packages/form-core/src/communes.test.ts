import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signal } from '@preact/signals-core'
import { definition } from '../test/fixtures/definitions.ts'
import { FORMS } from '../test/fixtures/forms.ts'
import { createForm } from './index.ts'

const PROVINCES: Readonly<Record<string, string>> = { '30838': '91', '30307': '91', '00004': '01' }
const moves = FORMS['moves'] ?? definition({ pages: [], schema: {} })

describe('a commune and its province', () => {
  it('disagree exactly when reference data says so, in whatever order they were answered', () => {
    const edit = fc.oneof(
      fc.tuple(fc.constant('/home/province'), fc.constantFrom(undefined, '91', '01')),
      fc.tuple(fc.constant('/home/commune'), fc.constantFrom(undefined, '30838', '30307', '00004', '99999')),
    )
    fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), edits => {
      const form = createForm({ definition: moves, provinceOf: code => PROVINCES[code] })
      form.touch('/home/commune')
      for (const [pointer, code] of edits) form.setValue(pointer, code)
      const [province, commune] = ['/home/province', '/home/commune'].map(pointer => form.field(pointer).value.value)
      const home = PROVINCES[String(commune)]
      expect(form.issues.value.map(({ code }) => code)).toEqual(province !== undefined && home !== undefined && home !== province ? ['communeNotInProvince'] : [])
      expect(form.project()['home'] ?? {}).toEqual({ ...(province === undefined ? {} : { province }), ...(commune === undefined ? {} : { commune }) })
    }), { numRuns: 500 })
  })

  it('are compared as soon as reference data has been loaded', () => {
    const known = signal<Readonly<Record<string, string>>>({})
    const form = createForm({ definition: moves, provinceOf: code => known.value[code], initial: { home: { province: '01', commune: '30838' } } })
    form.touch('/home/commune')
    expect(form.issues.value).toEqual([])
    known.value = PROVINCES
    expect(form.issues.value.map(({ code }) => code)).toEqual(['communeNotInProvince'])
  })
})
