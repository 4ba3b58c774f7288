import type { FieldDefinition, FormDefinition, ItemDefinition, Option } from '@motcua/schemas/definition'
import type { Rule } from '@motcua/core/rules'

/** What a yes-no question is answered with. The answers of the guide are texts: `true` and `false`. */
export const YES_NO: readonly Option[] = [{ value: 'true', label: { vi: 'Có', en: 'Yes' } }, { value: 'false', label: { vi: 'Không', en: 'No' } }]

/** A question of the form, or a list of rows, as conditions refer to it. */
export interface GuideField {
  /** Place in the form, from 0. */
  order: number
  /** Absent for a list of rows. */
  field?: FieldDefinition
  /** All must hold for it to be asked. */
  visibleWhen: readonly Rule[]
  /** Page and groups it stands in, the nearest last. */
  within: readonly string[]
  /** Inside a group of rows: it has as many answers as there are rows. */
  isInRow: boolean
}

/** Every question of a form by its pointer; inside rows the pointer has `-`. */
export function guideFields({ pages }: Pick<FormDefinition, 'pages'>): ReadonlyMap<string, GuideField> {
  const found = new Map<string, GuideField>()
  const walk = (items: readonly ItemDefinition[], visibleWhen: readonly Rule[], within: readonly string[], isInRow: boolean): void => {
    for (const item of items) {
      const conditions = item.visibleWhen === undefined ? visibleWhen : [...visibleWhen, item.visibleWhen]
      if (item.type === 'group') { walk(item.items, conditions, [...within, item.id], isInRow); continue }
      found.set(item.pointer, { order: found.size, visibleWhen: conditions, within, isInRow, ...(item.type === 'field' && { field: item }) })
      if (item.type === 'repeat') walk(item.items, conditions, [...within, item.pointer], true)
    }
  }
  for (const page of pages) walk(page.items, [], [page.id], false)
  return found
}
