import type { JsonObject, JsonValue } from '@motcua/core/json'
import { formatVnd, isVnd } from '@motcua/core/money'
import { childPointer, isJsonObject } from '@motcua/schemas/generator'
import { type Confidence, CONFIDENCES, type FormDefinition } from '@motcua/schemas/definition'

/** One fact of a procedure with where it comes from. */
export interface Fact {
  /** Key in procedure.json or form.layout.json under which it stands: `fees`, `documents`, `rules` … */
  section: string
  /** JSON Pointer in the definition. */
  at: string
  text: string
  source: string
  checkedOn: string
  confidence: Confidence
}

const PROVENANCE = new Set(['source', 'checkedOn', 'confidence'])
/** Members that make the headline of a fact, in this order. */
const HEAD = ['code', 'id', 'kind', 'name', 'text', 'citation', 'title', 'url']

/** Every fact of a definition in the order of the file, those within others included. */
export function factsOf({ procedure, rules }: Pick<FormDefinition, 'procedure' | 'rules'>): Fact[] {
  const whole: JsonValue = JSON.parse(JSON.stringify({ ...procedure, rules }))
  return isJsonObject(whole) ? Object.entries(whole).flatMap(([section, value]) => factsUnder(value, childPointer('', section), section)) : []
}

function factsUnder(value: JsonValue, at: string, section: string): Fact[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, child]: [string, JsonValue]) => factsUnder(child, childPointer(at, key), section))
  return isJsonObject(value) ? [...factOf(value, at, section), ...inner] : inner
}

function factOf(value: JsonObject, at: string, section: string): Fact[] {
  const confidence = CONFIDENCES.find((known) => known === value.confidence)
  if (confidence === undefined) return []
  const head = HEAD.filter((key) => Object.hasOwn(value, key)).map((key) => wordsOf(value[key] ?? null))
  const rest = Object.entries(value).filter(([key, child]) => !HEAD.includes(key) && !PROVENANCE.has(key) && !holdsFacts(child)).map(([key, child]) => detailOf(key, child))
  return [{ section, at, text: [head.join(' · '), ...rest].filter((part) => part !== '').join('; '), source: String(value.source ?? ''), checkedOn: String(value.checkedOn ?? ''), confidence }]
}

function detailOf(key: string, value: JsonValue): string {
  if (key === 'amountVnd') return value === null ? 'amount set by the province' : `amount ${isVnd(value) ? formatVnd(value) : JSON.stringify(value)}`
  if (key === 'to' && value === null) return 'to open'
  return `${key} ${wordsOf(value)}`
}

function wordsOf(value: JsonValue): string {
  if (isJsonObject(value) && typeof value.vi === 'string') return value.vi
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function holdsFacts(value: JsonValue): boolean {
  return Array.isArray(value) && value.some((item) => isJsonObject(item) && Object.hasOwn(item, 'confidence'))
}
