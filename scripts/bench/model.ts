/** One question of the logical form that every column draws. */
export interface BenchField {
  name: string
  label: string
  kind: 'text' | 'whole' | 'date' | 'select' | 'radio' | 'tick'
  required?: boolean
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  options?: readonly string[]
  /** Negative on purpose: an empty form shows every field, so that "all of them are there" can be checked. */
  hiddenWhen?: { field: string; equals: string }
}

export interface BenchModel { title: string; fields: BenchField[]; rows: number; rowFields: readonly BenchField[] }

const LETTERS = ['a', 'b', 'c', 'd'] as const
const KINDS: ReadonlyArray<Omit<BenchField, 'name' | 'label' | 'hiddenWhen'>> = [
  { kind: 'text', required: true, minLength: 2, maxLength: 80 },
  { kind: 'text', required: true, pattern: '^[0-9]{4} ?[A-Z]{2}$' },
  { kind: 'whole', required: true, minimum: 0, maximum: 120 },
  { kind: 'date', required: true },
  { kind: 'select', required: true, options: LETTERS },
  { kind: 'radio', required: true, options: ['yes', 'no', 'unknown'] },
  { kind: 'tick' },
  { kind: 'text', maxLength: 200 },
  { kind: 'whole', required: true, minimum: 1, maximum: 9999 },
  { kind: 'text', required: true, minLength: 2, maxLength: 80 },
]

/** A row of the repeating group. */
const ROW: readonly BenchField[] = [
  { name: 'name', label: 'Name', kind: 'text', required: true, minLength: 2, maxLength: 80 },
  { name: 'amount', label: 'Amount', kind: 'whole', required: true, minimum: 0, maximum: 9999 },
  { name: 'on', label: 'Date', kind: 'date', required: true },
  { name: 'letter', label: 'Letter', kind: 'select', required: true, options: LETTERS },
  { name: 'sure', label: 'Confirmed', kind: 'tick' },
]

/** Blocks of ten fields: eight of ten are required and the tenth hangs on the fifth; then `rows` rows under `people`. */
export function benchModel(fields: number, rows = 0): BenchModel {
  return {
    title: 'Benchmark form', rows, rowFields: ROW,
    fields: Array.from({ length: fields }, (_, index) => ({
      name: `q${index}`, label: `Question ${index + 1}`, ...KINDS[index % 10] ?? { kind: 'text' },
      ...(index % 10 === 9 && { hiddenWhen: { field: `q${index - 5}`, equals: 'd' } }),
    })),
  }
}

/** What the form starts with: nothing, but rows that are filled in. */
export function initialAnswers({ rows }: BenchModel): Record<string, unknown> {
  const row = { name: 'Some text', amount: 7, on: '2024-02-29', letter: 'a', sure: true }
  return rows === 0 ? {} : { people: Array.from({ length: rows }, () => ({ ...row })) }
}

/** Where every control is expected: `q3`, `people.2.amount`. */
export function controlPaths({ fields, rows, rowFields }: BenchModel): string[] {
  return [...fields.map(({ name }) => name), ...Array.from({ length: rows }, (_, row) => rowFields.map(({ name }) => `people.${row}.${name}`)).flat()]
}

/** How a column says that a conditional answer need not be there. */
export type ConditionStyle = 'forbidden' | 'elsewhere' | 'optional'

type Schema = Record<string, unknown>

/** The form's rules as JSON Schema, in the dialect of one renderer. */
export function schemaOf({ title, fields, rows, rowFields }: BenchModel, style: ConditionStyle): Schema {
  const properties = propertiesOf(fields.filter((field) => !field.hiddenWhen || style !== 'elsewhere'))
  const conditions = fields.flatMap((field) => {
    const { name, hiddenWhen } = field
    return hiddenWhen ? [{
      if: { properties: { [hiddenWhen.field]: { const: hiddenWhen.equals } }, required: [hiddenWhen.field] },
      // oxlint-disable-next-line no-thenable -- a keyword of JSON Schema
      then: style === 'forbidden' ? { properties: { [name]: false } } : {},
      else: { ...(style === 'elsewhere' && { properties: propertiesOf([field]) }), required: [name] },
    }] : []
  })
  const people = { type: 'array', title: 'People', items: { type: 'object', properties: propertiesOf(rowFields), required: requiredOf(rowFields) } }
  return {
    type: 'object', title, properties: { ...properties, ...(rows > 0 && { people }) }, required: requiredOf(fields), ...(conditions.length > 0 && { allOf: conditions }),
  }
}

function requiredOf(fields: readonly BenchField[]): string[] {
  return fields.filter((field) => field.required && !field.hiddenWhen).map(({ name }) => name)
}

function propertiesOf(fields: readonly BenchField[]): Schema {
  return Object.fromEntries(fields.map((field) => [field.name, { title: field.label, ...valueSchema(field) }]))
}

function valueSchema({ kind, minLength, maxLength, pattern, minimum, maximum, options }: BenchField): Schema {
  switch (kind) {
    case 'whole': return { type: 'integer', minimum, maximum }
    case 'date': return { type: 'string', format: 'date' }
    case 'tick': return { type: 'boolean' }
    default: return { type: 'string', ...(options ? { enum: options } : { ...(minLength && { minLength }), ...(maxLength && { maxLength }), ...(pattern && { pattern }) }) }
  }
}
