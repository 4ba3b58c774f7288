import { describe, expect, it } from 'vitest'
import type { FieldDefinition, ItemDefinition } from './definition.ts'
import { BLOCK_NAMES, blockDefinition } from './blocks.ts'

const fieldsOf = (items: readonly ItemDefinition[]): FieldDefinition[] => items.flatMap((item) => (item.type === 'field' ? [item] : fieldsOf(item.items)))

describe('a block of the vocabulary on its own', () => {
  it('is there for an address, a person and an identity document', () => {
    expect([...BLOCK_NAMES].sort()).toEqual(['address', 'identity-document', 'person'])
  })

  it.each(BLOCK_NAMES)('%s is one group with words for every question in both languages', async (name) => {
    const { pages, locales } = await blockDefinition(name)
    expect(pages).toMatchObject([{ id: name, items: [{ type: 'group', id: name }] }])
    for (const language of ['vi', 'en'] as const) {
      expect(locales[language].groups[name]?.legend).toMatch(/\S/)
      for (const { pointer } of fieldsOf(pages.flatMap(({ items }) => items))) expect(locales[language].fields[pointer]?.label, pointer).toMatch(/\S/)
    }
  })

  it.each(BLOCK_NAMES)('%s asks for every member of its schema, and the schema holds no definition it does not need', async (name) => {
    const { pages, schema } = await blockDefinition(name)
    const { properties = {}, $defs = {} } = schema as { properties?: object; $defs?: object }
    expect(fieldsOf(pages.flatMap(({ items }) => items)).map(({ pointer }) => pointer.slice(1)).sort()).toEqual(Object.keys(properties).sort())
    for (const key of Object.keys($defs)) expect(JSON.stringify(schema), key).toContain(`"#/$defs/${key}"`)
  })

  it('carries the option sets its fields name', async () => {
    const { optionSets } = await blockDefinition('person')
    expect(Object.keys(optionSets)).toEqual(['countries', 'ethnicGroups', 'sex'])
    expect(optionSets.sex?.map(({ value }) => value)).toContain('female')
  })
})
