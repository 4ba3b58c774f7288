import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definition } from '@motcua/schemas/monthly-social-allowance'
import { searchOptions } from './search-options.ts'

/** The tables as a form has them. */
const tableOf = (name: string) => (definition.optionSets[name] ?? []).map(({ label, ...option }) => ({ ...option, label: label.vi }))
const found = (table: string, text: string) => searchOptions(tableOf(table), text).map(({ label }) => label)

describe('searchOptions', () => {
  it.each([
    ['meo', 'Mông'], ['Mèo', 'Mông'], ['h’mông', 'Mông'], ['hmong', 'Mông'], ['kho me', 'Khmer'], ['cao lan', 'Sán Chay'], ['van kieu', 'Bru-Vân Kiều'], ['ê đê', 'Ê-đê'], ['gia rai', 'Gia-rai'], ['lao', 'Lào'],
  ])('finds an ethnic group by %j: %s first', (text, name) => { expect(found('ethnicGroups', text)[0]).toBe(name) })

  it.each([['vcb', 'Vietcombank'], ['stb', 'Sacombank'], ['agri', 'Agribank'], ['ngoai thuong', 'Vietcombank']])('finds a bank by %j: %s first', (text, name) => {
    expect(found('banks', text)[0]).toMatch(new RegExp(`^${name} `))
  })

  it('puts names of its own first, and takes other names from the beginning of a word only', () => {
    const options = [{ value: '1', label: 'Dao', alsoCalled: ['Mán'] }, { value: '2', label: 'Mảng' }, { value: '3', label: 'Cơ-tu', alsoCalled: ['Hơ-mán'] }, { value: '4', label: 'Khơ-mú', alsoCalled: ['Hạman'] }]
    expect(searchOptions(options, 'ma').map(({ value }) => value)).toEqual(['2', '1', '3'])
    expect(searchOptions(options, '')).toBe(options)
  })

  it('finds every option by any of its names', () => {
    const all = ['ethnicGroups', 'banks'].flatMap(tableOf)
    fc.assert(fc.property(fc.constantFrom(...all), fc.nat(), (option, which) => {
      const names = [option.label, ...option.alsoCalled ?? []]
      expect(searchOptions(all, names[which % names.length] ?? '')).toContain(option)
    }))
  })
})
