import type { JsonValue } from '@motcua/core/json'
import { communes } from '@motcua/schemas/communes'
import type { FormDefinition } from '@motcua/schemas/definition'
import { definition as extract } from '@motcua/schemas/extract-copy'
import { describe, expect, it } from 'vitest'
import { checkPlaces } from '../validate.ts'

const pairs = (...args: Parameters<typeof checkPlaces>) => checkPlaces(...args).map(({ pointer, code }) => `${pointer} ${code}`)
const at = (province: string, commune: string) => ({ requester: { residence: { scope: 'domestic', province, commune } } })

describe('checkPlaces', () => {
  it.each([
    ['a commune in its province', at('91', '30838'), []],
    ['a commune of another province', at('01', '30838'), ['/requester/residence/commune communeNotInProvince']],
    ['a commune of no list', at('91', '99999'), ['/requester/residence/commune communeUnknown']],
    ['no province yet', { requester: { residence: { commune: '30838' } } }, []],
    ['nothing', {}, []],
    ['answers of the wrong form', { requester: ['91'] }, []],
  ])('finds what is wrong with %s', (_, answers, expected) => {
    expect(pairs(extract, answers, communes)).toEqual(expected)
  })

  it('compares each row with the province of that row', () => {
    const inRows: FormDefinition = { ...extract, pages: [{ id: 'stays', items: [{ type: 'repeat', pointer: '/stays', minRows: 0, maxRows: 9, items: [
      { type: 'field', pointer: '/stays/-/province', field: 'province', required: true },
      { type: 'field', pointer: '/stays/-/commune', field: 'commune', required: true, provincePointer: '/stays/-/province' },
    ] }] }] }
    const stays: JsonValue[] = [{ province: '91', commune: '30838' }, { province: '01', commune: '30838' }, 'no row', { commune: '99999' }]
    expect(pairs(inRows, { stays }, communes)).toEqual(['/stays/1/commune communeNotInProvince', '/stays/3/commune communeUnknown'])
  })

  it('finds nothing in a form that asks for no commune', () => {
    expect(pairs({ ...extract, pages: [] }, at('01', '30838'), communes)).toEqual([])
  })
})
