import type { JsonValue } from '@motcua/core/json'
import type { FieldDefinition, FormSource, GroupDefinition, Option } from '@motcua/schemas/definition'
import { batch } from '@preact/signals-core'
import { RowLimitError } from './errors.ts'
import { label } from './labels.ts'
import { parseInput } from './parse-input.ts'
import { formatTable } from './table/format-table.ts'
import { isFilled, parseTable } from './table/parse-table.ts'
import { tableColumns } from './table/table-columns.ts'
import { LOCALES } from './types.ts'
import type { Form, RepeatState, RowState } from './types.ts'
import { validateValue } from './validate/value-schema.ts'

export { parseTable } from './table/parse-table.ts'

/**
 * Something of the table that did not become an answer as it stands. `row` and `column` count from 1, the heading and
 * empty lines included, as the person's spreadsheet does.
 *
 * - `numbering`: the column only counts the rows; it was left out
 * - `unknownColumn`: no question of this name; its cells were left out
 * - `unreadable`: the cell was taken as it is, and the schema does not accept it
 * - `wrongWidth`: the row has more cells than there are columns to put them in; it was not read
 * - `tooManyRows`: there is no room for this row and those after it
 */
export interface TableProblem {
  code: 'numbering' | 'unknownColumn' | 'unreadable' | 'wrongWidth' | 'tooManyRows'
  row: number
  column?: number
  /** What stands in the cell. */
  text?: string
  pointer?: string
}

/** A row of the table as it was understood. */
export interface ReadRow {
  row: number
  answers: ReadonlyArray<{ field: FieldDefinition; text: string; value: JsonValue }>
}

/** What was understood of a table before anything is added. Pointers are patterns: `/members/-/fullName`. */
export interface TableReading {
  rows: readonly ReadRow[]
  problems: readonly TableProblem[]
  /** The rows that were not read or have no room, with their heading, as text to keep; empty when there are none. */
  rest: string
}

export interface AddedRows {
  rows: RowState[]
  problems: TableProblem[]
}

/**
 * Reads a pasted table or a CSV file for a repeating group and changes nothing. A heading is recognised by the questions'
 * labels (in either language, case, marks and last words aside) or names; without one, columns are taken in the order of
 * the questions. A column that counts the rows is left out. Words of options, dates as day/month/year and yes/no become
 * answers; what cannot be read is kept as it was written and reported, so nothing is lost. Throws UnknownPointerError.
 */
export function readTable(form: Form, pointer: string, text: string): TableReading {
  const { definition } = form
  const repeat = form.repeat(pointer)
  const fields = fieldsOf(repeat.definition.items)
  const table = parseTable(text, { columns: fields.length })
  const { hasHeading, hasNumbers, columns } = tableColumns(table, fields.map(field => ({ target: field, names: namesOf(field, definition) })))
  const [heading, ...others] = table.flatMap((cells, index) => (isFilled(cells) ? [{ row: index + 1, cells }] : []))
  if (!heading) return { rows: [], problems: [], rest: '' }
  const problems: TableProblem[] = hasNumbers ? [{ code: 'numbering', row: heading.row, column: 1, text: heading.cells[0] ?? '' }] : []
  if (hasHeading) for (const [column, text] of heading.cells.entries()) if (!columns[column] && !(hasNumbers && column === 0)) problems.push({ code: 'unknownColumn', row: heading.row, column: column + 1, text })
  let room = roomIn(repeat, unanswered(form, repeat))
  const rows: ReadRow[] = []
  const left: string[][] = []
  let firstLeft: number | undefined
  for (const { row, cells } of hasHeading ? others : [heading, ...others]) {
    // Nobody can tell which cell is the one too many, or what columns are that are all unknown.
    const isTooWide = cells.findLastIndex(cell => cell !== '') >= columns.length
    if (isTooWide) problems.push({ code: 'wrongWidth', row })
    const fits = !isTooWide && columns.some(field => field !== undefined)
    if (fits && room > 0) {
      room--
      rows.push({ row, answers: readCells(cells, columns, { row, definition, problems }) })
      continue
    }
    left.push(cells)
    if (fits) firstLeft ??= row
  }
  if (firstLeft !== undefined) problems.push({ code: 'tooManyRows', row: firstLeft })
  const kept = left.length > 0 && hasHeading ? [heading.cells, ...left] : left
  return { rows, problems, rest: formatTable(hasNumbers ? kept.map(cells => cells.slice(1)) : kept) }
}

interface ReadCellsOptions {
  row: number
  definition: FormSource
  /** What the schema does not accept is added here. */
  problems: TableProblem[]
}

function readCells(cells: readonly string[], columns: ReadonlyArray<FieldDefinition | undefined>, { row, definition, problems }: ReadCellsOptions): ReadRow['answers'] {
  return cells.flatMap((cell, column) => {
    const field = columns[column]
    const value = field && cell !== '' ? readCell(field, cell, definition) : undefined
    if (!field || value === undefined) return []
    if (validateValue(definition.schema, field.pointer, field.pointer, value).length > 0) problems.push({ code: 'unreadable', row, column: column + 1, text: cell, pointer: field.pointer })
    return { field, text: cell, value }
  })
}

/**
 * Adds what {@link readTable} understood. Rows that nobody has answered yet are filled first; they and the new rows are
 * returned in the table's order. Throws RowLimitError, and adds none, when rows or answers that came since have taken the
 * room: read again then.
 */
export function addReadRows(form: Form, pointer: string, { rows }: Pick<TableReading, 'rows'>): RowState[] {
  const repeat = form.repeat(pointer)
  const empty = unanswered(form, repeat)
  if (rows.length > roomIn(repeat, empty)) throw new RowLimitError(pointer, repeat.definition.maxRows)
  return batch(() => rows.map(({ answers }, index) => {
    const row = empty[index] ?? repeat.add()
    for (const { field, value } of answers) {
      const at = inRow(field.pointer, pointer, row)
      if (!form.field(at).locked.value) form.setValue(at, value)
    }
    return row
  }))
}

/**
 * Reads a table and adds its rows at once: {@link readTable}, then {@link addReadRows}. Pointers of the problems are those
 * of the rows.
 *
 * @example const { rows, problems } = addRowsFromTable(form, '/members', await navigator.clipboard.readText())
 */
export function addRowsFromTable(form: Form, pointer: string, text: string): AddedRows {
  const reading = readTable(form, pointer, text)
  const rows = addReadRows(form, pointer, reading)
  const problems = reading.problems.map((problem): TableProblem => {
    const row = rows[reading.rows.findIndex(read => read.row === problem.row)]
    return problem.pointer === undefined || !row ? problem : { ...problem, pointer: inRow(problem.pointer, pointer, row) }
  })
  return { rows, problems }
}

/** `/members/-/name` in a row: `/members/r2/name`. */
function inRow(pattern: string, pointer: string, row: RowState): string {
  return row.pointer + pattern.slice(pointer.length + 2)
}

/** Rows that hold nothing but defaults. */
function unanswered(form: Form, { rows, pointer, definition }: RepeatState): RowState[] {
  const fields = fieldsOf(definition.items)
  return rows.peek().filter(row => fields.every(field => {
    const { value, provenance } = form.field(inRow(field.pointer, pointer, row))
    return value.value === undefined || provenance.value === 'default' || provenance.value === 'derived'
  }))
}

function roomIn({ definition, rows }: RepeatState, empty: readonly RowState[]): number {
  return definition.maxRows - rows.peek().length + empty.length
}

function fieldsOf(items: ReadonlyArray<FieldDefinition | GroupDefinition>): FieldDefinition[] {
  return items.flatMap(item => (item.type === 'group' ? fieldsOf(item.items) : item))
}

function namesOf({ pointer }: FieldDefinition, definition: FormSource): string[] {
  return [pointer.slice(pointer.lastIndexOf('/') + 1), ...LOCALES.map(locale => label(pointer, definition, locale))]
}

/** How a cell's text becomes an answer; kinds that are not here read it as if it were typed. */
function readCell(field: FieldDefinition, cell: string, definition: FormSource): JsonValue | undefined {
  const options = field.optionSet === undefined ? undefined : definition.optionSets[field.optionSet]
  const find = (words: string): Option | undefined => options?.find(({ value, code, label: { vi, en } }) => [value, code ?? value, vi, en].some(word => plain(word) === plain(words)))
  if (field.field === 'checkboxes') return readSeveral(cell, options ?? [], find)
  const option = find(cell)
  if (option) return option.value
  return parseInput(field.field, READERS[field.field]?.(cell) ?? cell)
}

/** Options named one after another; one word that names none, and the cell stays as it was written. */
function readSeveral(cell: string, options: readonly Option[], find: (words: string) => Option | undefined): JsonValue | undefined {
  const whole = find(cell)
  const found = whole ? [whole] : cell.split(/[;,\n]/).filter(words => words.trim() !== '').map(find)
  return found.includes(undefined) ? cell : parseInput('checkboxes', options.filter(option => found.includes(option)).map(({ value }) => value))
}

const READERS: Partial<Record<FieldDefinition['field'], (cell: string) => string | undefined>> = {
  'date': isoDate,
  'partial-date': cell => isoDate(cell) ?? isoDate(`1/${cell}`)?.slice(0, 7),
  'integer': cell => (/^\d{1,3}([.,]\d{3})+$/.test(cell) ? cell.replaceAll(/[.,]/g, '') : cell),
  'checkbox': yesOrNo,
  'consent': yesOrNo,
  'yes-no': yesOrNo,
}
const YES = new Set(['co', 'yes', 'x', 'true', '1', 'dung'])
const NO = new Set(['khong', 'no', 'false', '0', 'sai'])

function yesOrNo(cell: string): string {
  return YES.has(plain(cell)) ? 'true' : NO.has(plain(cell)) ? 'false' : cell
}

/** Vietnamese order, `1/2/2020`; a date the calendar does not have stays as written for validation to name. */
function isoDate(cell: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** For comparing words of a cell: no marks, no case. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[\s:*]+/g, ' ').trim()
}
