import type { FieldState, ItemState, RowState } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'
import type { FormContext } from './context.ts'

const LONGEST = 60
/** Kinds whose answer tells rows apart, the best first. */
const NAMING: readonly FieldKind[] = ['person-name', 'text', 'select', 'radio']

/** What tells a row from its neighbours: the name in it, else its first words or choice; empty while there is none. Reads signals. */
export function rowName({ items }: RowState, { words }: FormContext): string {
  const fields = fieldsOf(items.value)
  const kind = NAMING.find((one) => fields.some(({ definition }) => definition.field === one))
  const field = fields.find(({ definition }) => definition.field === kind)
  const value = field?.value.value
  if (!field || typeof value !== 'string') return ''
  const option = field.options.value.find((one) => one.value === value)
  const text = field.definition.optionSet === undefined ? value : option ? words.value.text(option.label) : ''
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function fieldsOf(items: readonly ItemState[]): FieldState[] {
  return items.flatMap((item) => (item.type === 'field' ? item : item.type === 'group' ? fieldsOf(item.items.value) : []))
}
