import type { FieldState, Form, ItemState } from '@motcua/form-core'
import type { Words } from '../locales/strings.ts'
import type { GroupName } from './form-page.ts'
import { rowGroup } from './name-pattern.ts'

/** One question as the person meets it: its words, and the groups round it. */
export interface PlannedField { state: FieldState; label: string; within: readonly GroupName[] }
/** A repeating group with the rows it must have. */
export interface PlannedRows { pointer: string; /** Absent when the page's title says it all. */ legend?: string; within: readonly GroupName[]; rows: number }

/** What stands on a page for these answers, in order. */
export function planItems(items: readonly ItemState[], form: Form, words: Words, within: readonly GroupName[] = []): { fields: PlannedField[]; repeats: PlannedRows[] } {
  const fields: PlannedField[] = []
  const repeats: PlannedRows[] = []
  const bundle = form.definition.locales[words.language]
  const add = (inner: readonly ItemState[], scope: readonly GroupName[]): void => {
    const plan = planItems(inner, form, words, scope)
    fields.push(...plan.fields)
    repeats.push(...plan.repeats)
  }
  for (const item of items) {
    if (item.type === 'field') {
      fields.push({ state: item, label: bundle.fields[item.definition.pointer]?.label ?? item.definition.pointer, within })
    } else if (item.type === 'group') {
      const legend = bundle.groups[item.id]?.legend
      add(item.items.value, legend === undefined ? within : [...within, legend])
    } else {
      const legend = bundle.groups[item.pointer]?.legend
      const scope = legend === undefined ? within : [...within, legend]
      repeats.push({ pointer: item.pointer, ...(legend !== undefined && { legend }), within: scope, rows: item.rows.value.length })
      item.rows.value.forEach((row, index) => { add(row.items.value, [...scope, { name: rowGroup(words, index + 1), index: 0 }]) })
    }
  }
  return { fields, repeats }
}
