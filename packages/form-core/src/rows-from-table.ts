import type { JsonValue } from '@motcua/core/json'
import type { FieldDefinition, FormSource, GroupDefinition } from '@motcua/schemas/definition'
import { batch } from '@preact/signals-core'
import { label } from './message.ts'
import { parseInput } from './parse-input.ts'
import { parseTable } from './table/parse-table.ts'
import { LOCALES } from './types.ts'
import type { Form, RowState } from './types.ts'
import { validateValue } from './validate/value-schema.ts'

export { parseTable } from './table/parse-table.ts'

/**
 * Something of the table that did not become an answer as it stands. `row` and `column` count from 1, the heading
 * included, as the person's spreadsheet does.
 *
 * - `unknownColumn`: no question of this name; its cells were left out
 * - `unreadable`: the cell was taken as it is, and the schema does not accept it
 * - `tooManyRows`: there is no room for this row and those after it
 */
export interface TableProblem { code: 'unknownColumn' | 'unreadable' | 'tooManyRows'; row: number; column?: number; pointer?: string }

export interface AddedRows {
  rows: RowState[]
  problems: TableProblem[]
}

/**
 * Adds rows from a pasted table or a CSV file to a repeating group. A heading is recognised by the questions' labels (in
 * either language, case and marks aside) or names; without one, columns are taken in the order of the questions. Words of
 * options, dates as day/month/year and yes/no become answers; what cannot be read is kept as it was written and reported,
 * so nothing is lost. Throws UnknownPointerError.
 *
 * @example const { rows, problems } = addRowsFromTable(form, '/members', await navigator.clipboard.readText())
 */
export function addRowsFromTable(form: Form, pointer: string, text: string): AddedRows {
  const { definition } = form
  const repeat = form.repeat(pointer)
  const fields = fieldsOf(repeat.definition.items)
  const table = parseTable(text)
  const heading = (table[0] ?? []).map(cell => fields.find(field => isNameOf(cell, field, definition)))
  // One cell that happens to be a question's name is no heading yet, unless there is but one column.
  const hasHeading = heading.filter(field => field !== undefined).length > (table[0]?.length ?? 0) / 2
  const columns = hasHeading ? heading : fields
  const problems: TableProblem[] = []
  const rows: RowState[] = []
  const width = Math.max(0, ...table.map(cells => cells.length))
  for (let column = 0; column < width; column++) if (!columns[column]) problems.push({ code: 'unknownColumn', row: 1, column: column + 1 })
  batch(() => {
    for (const [index, cells] of table.entries()) {
      if (hasHeading && index === 0) continue
      if (!repeat.canAdd.value) {
        problems.push({ code: 'tooManyRows', row: index + 1 })
        return
      }
      const row = repeat.add()
      rows.push(row)
      for (const [column, cell] of cells.entries()) {
        const field = columns[column]
        if (!field || cell === '') continue
        const at = row.pointer + field.pointer.slice(pointer.length + 2)
        const value = readCell(field, cell, definition)
        if (value === undefined || form.field(at).locked.value) continue
        form.setValue(at, value)
        if (validateValue(definition.schema, field.pointer, at, value).length > 0) problems.push({ code: 'unreadable', row: index + 1, column: column + 1, pointer: at })
      }
    }
  })
  return { rows, problems }
}

function fieldsOf(items: ReadonlyArray<FieldDefinition | GroupDefinition>): FieldDefinition[] {
  return items.flatMap(item => (item.type === 'group' ? fieldsOf(item.items) : item))
}

function isNameOf(cell: string, field: FieldDefinition, definition: FormSource): boolean {
  const names = [field.pointer.slice(field.pointer.lastIndexOf('/') + 1), ...LOCALES.map(locale => label(field.pointer, definition, locale))]
  return names.some(name => plain(name) === plain(cell))
}

/** How a cell's text becomes an answer; kinds that are not here read it as if it were typed. */
function readCell(field: FieldDefinition, cell: string, definition: FormSource): JsonValue | undefined {
  const options = field.optionSet === undefined ? undefined : definition.optionSets[field.optionSet]
  const option = options?.find(({ value, code, label: words }) => [value, code ?? value, words.vi, words.en].some(word => plain(word) === plain(cell)))
  if (option) return option.value
  return parseInput(field.field, READERS[field.field]?.(cell) ?? cell)
}

const READERS: Partial<Record<FieldDefinition['field'], (cell: string) => string | undefined>> = {
  'date': isoDate,
  'partial-date': isoDate,
  'integer': cell => (/^\d{1,3}([.,]\d{3})+$/.test(cell) ? cell.replaceAll(/[.,]/g, '') : cell),
  'checkbox': cell => (YES.has(plain(cell)) ? 'true' : NO.has(plain(cell)) ? 'false' : cell),
}
const YES = new Set(['co', 'yes', 'x', 'true', '1', 'dung'])
const NO = new Set(['khong', 'no', 'false', '0', 'sai'])

/** Vietnamese order, `1/2/2020`; a date the calendar does not have stays as written for validation to name. */
function isoDate(cell: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** For comparing words: no marks, no case, no colon or star after a label. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[\s:*]+/g, ' ').trim()
}
