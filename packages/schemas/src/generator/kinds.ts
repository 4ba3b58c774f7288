import type { JsonObject } from '@motcua/core/json'
import type { FieldKind } from '../definition.ts'

/** What the schema must say of a value for it to be asked with a kind, beyond its type. */
interface Demand {
  holds(schema: JsonObject): boolean
  fix: string
}

/** Field kinds a value of each JSON type may be asked with. */
const KINDS: Readonly<Record<string, readonly FieldKind[]>> = {
  string: ['text', 'long-text', 'person-name', 'personal-id', 'phone', 'email', 'date', 'partial-date', 'select', 'radio', 'province', 'commune', 'time', 'search-select', 'read-only'],
  integer: ['integer', 'money', 'read-only'],
  number: ['number', 'read-only'],
  boolean: ['checkbox', 'yes-no', 'consent', 'read-only'],
  array: ['checkboxes', 'read-only'],
}

const withOptions: Demand = { holds: ({ optionSet }) => optionSet !== undefined, fix: 'Name its options in the schema: "optionSet": "…".' }
const DEMANDS: Readonly<Partial<Record<FieldKind, Demand>>> = {
  select: withOptions,
  radio: withOptions,
  'search-select': withOptions,
  money: { holds: ({ minimum }) => typeof minimum === 'number' && minimum >= 0, fix: 'Refer to "scalars.schema.json#/$defs/money", or give the integer a minimum of 0 or more.' },
  time: { holds: isTime, fix: 'Refer to "scalars.schema.json#/$defs/time", whose pattern takes 00:00 to 23:59.' },
  'yes-no': { holds: (schema) => schema.const === undefined, fix: 'Ask with "consent" for what must be agreed to; otherwise leave "const" out, so that "no" is an answer too.' },
  consent: { holds: (schema) => schema.const === true, fix: 'Refer to "scalars.schema.json#/$defs/undertaking", or write { "type": "boolean", "const": true }.' },
}

/** The kinds that can ask for a value of this schema. */
export function kindsFor(schema: JsonObject): readonly FieldKind[] { return KINDS[String(schema.type)] ?? [] }

/** What the schema lacks for this kind, as what to do about it; `undefined` when the two agree. */
export function missingFor(kind: FieldKind, schema: JsonObject): string | undefined {
  const demand = DEMANDS[kind]
  return demand === undefined || demand.holds(schema) ? undefined : demand.fix
}

function isTime({ pattern }: JsonObject): boolean {
  if (typeof pattern !== 'string') return false
  const takes = new RegExp(pattern, 'u')
  return ['00:00', '07:30', '23:59'].every((text) => takes.test(text)) && ['24:00', '7:30', '07:60', '07:30:00', '7h30', ''].every((text) => !takes.test(text))
}
