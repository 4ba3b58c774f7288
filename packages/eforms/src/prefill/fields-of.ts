import type { FieldDefinition, FormSource, ItemDefinition } from '@motcua/schemas/definition'

/** Questions outside groups of rows: no row is the person themself. */
export function fieldsOf({ pages }: Pick<FormSource, 'pages'>): FieldDefinition[] { return pages.flatMap(({ items }) => fieldsIn(items)) }

/** The same of one page. */
export function fieldsIn(items: readonly ItemDefinition[]): FieldDefinition[] {
  return items.flatMap((item) => (item.type === 'field' ? [item] : item.type === 'group' ? fieldsIn(item.items) : []))
}
