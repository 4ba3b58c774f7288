import type { JsonValue } from '@motcua/core/json'
import type { FieldDefinition } from '@motcua/schemas/definition'
import { signal } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'
import type { FieldNode, FormModel, RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import { own } from '../own.ts'
import type { FilledBy, FormAnswers, FormSnapshot, Provenance } from '../types.ts'
import { nfc } from './nfc.ts'
import { isLockedBy, isPrefillSource, takes } from './prefill.ts'

export interface AnswerStoreOptions {
  model: FormModel
  random: (() => string) | undefined
  /** Called after every write, inside the same batch. */
  written(pointer: string, value: JsonValue | undefined, provenance: Provenance | undefined): void
}

/** What is known of one answer. */
export interface Answer {
  /** `undefined` = cleared. */
  value: JsonValue | undefined
  origin: Provenance
  by?: FilledBy
  /** What the person had typed where a source's answer stands now. */
  typed?: JsonValue
}

/** The answers of a live form, hidden ones too, in a plain map; only the lists of row keys are signals. */
export class AnswerStore {
  readonly #answers = new Map<string, Answer>()
  readonly #rows = new Map<string, Signal<readonly string[]>>()
  readonly #options: AnswerStoreOptions
  /** Keys of rows that are gone and may come back. */
  readonly #removed = new Set<string>()
  #lastKey = 0

  constructor(options: AnswerStoreOptions) {
    this.#options = options
    for (const pointer of options.model.repeats.keys()) this.#rows.set(pointer, signal([]))
  }

  /** `undefined` = never given. */
  answer(pointer: string): Answer | undefined {
    return this.#answers.get(pointer)
  }

  value(pointer: string): JsonValue | undefined {
    return this.#answers.get(pointer)?.value
  }

  /** Of what stands there: a cleared answer has none. */
  origin(pointer: string): Provenance | undefined {
    const answer = this.#answers.get(pointer)
    return answer && originOf(answer)
  }

  filledBy(pointer: string): FilledBy | undefined {
    const { by, typed, value } = this.#answers.get(pointer) ?? {}
    return by && typed !== undefined && typed !== value ? { ...by, replaced: typed } : by
  }

  /** Whether what stands there makes way for a source's answer. What was cleared, the person has typed. */
  yields(field: FieldDefinition, by: FilledBy): boolean {
    const answer = this.#answers.get(field.pointer)
    return !answer || takes(field, by, answer.origin, answer.by)
  }

  put(pointer: string, answer: Answer): void {
    this.#answers.set(pointer, answer)
    this.#options.written(pointer, answer.value, originOf(answer))
  }

  write(pointer: string, value: JsonValue | undefined, origin: Provenance): void {
    const next = given(value)
    this.put(pointer, { value: next, origin: next === undefined ? 'typed' : origin })
  }

  /** Writes a source's answer; its nothing fills nothing. What the person had typed there is remembered, so that they can be told. */
  fill(pointer: string, value: JsonValue, by: FilledBy): void {
    const next = given(value)
    if (next === undefined) return
    const before = this.#answers.get(pointer)
    const typed = before?.origin === 'typed' ? before.value : before?.typed
    this.put(pointer, { value: next, origin: by.source, by, ...(typed !== undefined && { typed }) })
  }

  /** As if the field had never been there. */
  forget(pointer: string): void {
    this.#answers.delete(pointer)
  }

  /** Tracked. */
  rowKeys(pointer: string): readonly string[] {
    return this.#rows.get(pointer)?.value ?? []
  }

  peekRows(pointer: string): readonly string[] {
    return this.#rows.get(pointer)?.peek() ?? []
  }

  setRows(pointer: string, keys: readonly string[]): void {
    const rows = this.#rows.get(pointer)
    if (rows) rows.value = keys
  }

  /** The row's key stays its own. */
  removeRow(pointer: string, key: string): void {
    this.#removed.add(key)
    this.setRows(pointer, this.peekRows(pointer).filter(other => other !== key))
  }

  appendRow(node: RepeatNode): string {
    const key = this.nextKey()
    this.setRows(node.pattern, [...this.peekRows(node.pattern), key])
    for (const field of node.fields) this.applyDefault(field, key)
    return key
  }

  /** Adds rows up to each smallest number. */
  fillRows(): void {
    for (const repeat of this.#options.model.repeats.values()) {
      while (this.peekRows(repeat.pattern).length < repeat.definition.minRows) this.appendRow(repeat)
    }
  }

  applyDefault(node: FieldNode, row: string | undefined): void {
    const pointer = withRow(node.pattern, node.repeat, row)
    const value = node.definition.default
    if (value !== undefined && this.value(pointer) === undefined) this.write(pointer, value, 'default')
  }

  /** A row key that no row has, and none had that may come back. */
  nextKey(): string {
    const taken = new Set([...this.#removed, ...[...this.#rows.values()].flatMap(rows => [...rows.peek()])])
    for (let tries = 0; ; tries++) {
      // Whoever gives nothing but what is taken, or is no key, is asked in vain.
      const key = (tries < 99 && this.#options.random?.()) || `r${++this.#lastKey}`
      if (!taken.has(key) && /^[A-Za-z][\w-]*$/.test(key)) return key
    }
  }

  /** The definition's node for a pointer with row keys; `undefined` when there is no such field or row. */
  locate(pointer: string): { node: FieldNode; row: string | undefined } | undefined {
    const { fields } = this.#options.model
    const plain = fields.get(pointer)
    if (plain) return plain.repeat ? undefined : { node: plain, row: undefined }
    const inRow = this.splitRow(pointer)
    const node = inRow && this.peekRows(inRow.repeat.pattern).includes(inRow.row) ? fields.get(`${inRow.repeat.pattern}/-${inRow.rest}`) : undefined
    return node && inRow && { node, row: inRow.row }
  }

  /** Takes a pointer into a list apart: key or index of the row, and what follows it. */
  splitRow(pointer: string): { repeat: RepeatNode; row: string; rest: string } | undefined {
    for (const repeat of this.#options.model.repeats.values()) {
      if (!pointer.startsWith(`${repeat.pattern}/`)) continue
      const [row = ''] = pointer.slice(repeat.pattern.length + 1).split('/')
      return { repeat, row, rest: pointer.slice(repeat.pattern.length + 1 + row.length) }
    }
    return undefined
  }

  answers(): FormAnswers {
    return {
      values: this.#collect(({ value }) => value),
      rows: Object.fromEntries([...this.#rows].map(([pointer, keys]) => [pointer, [...keys.peek()]])),
    }
  }

  memory(): Pick<FormSnapshot, 'cleared' | 'provenance' | 'filledOn'> {
    const filledOn = this.#collect(({ by }) => by?.on)
    return {
      cleared: [...this.#answers].flatMap(([pointer, { value }]) => value === undefined ? pointer : []),
      provenance: this.#collect(originOf), ...(Object.keys(filledOn).length > 0 && { filledOn }),
    }
  }

  /** Takes over a snapshot; answers that are locked now stay. */
  load({ values, rows, cleared, provenance, filledOn = {} }: FormSnapshot): void {
    const locked = [...this.#answers].filter(([pointer, { by }]) => by && this.#isLocked(pointer, by.source))
    this.#answers.clear()
    this.#removed.clear()
    for (const pointer of this.#rows.keys()) this.setRows(pointer, [...new Set(own(rows, pointer))])
    for (const pointer of cleared) if (this.locate(pointer)) this.write(pointer, undefined, 'typed')
    for (const [pointer, answer] of Object.entries(values)) {
      if (!this.locate(pointer)) continue
      const value = given(answer)
      const origin = own(provenance, pointer) ?? 'initial'
      const on = own(filledOn, pointer)
      // A lock needs a sign-in that is alive; what a stored draft says of itself does not.
      if (this.#isLocked(pointer, origin)) this.put(pointer, { value, origin: 'initial' })
      else this.put(pointer, { value, origin, ...(isPrefillSource(origin) && { by: { source: origin, ...(on !== undefined && { on }) } }) })
    }
    for (const [pointer, { value, by }] of locked) if (by && value !== undefined) this.fill(pointer, value, by)
    this.fillRows()
  }

  #isLocked(pointer: string, origin: Provenance): boolean {
    const found = this.locate(pointer)
    return found !== undefined && isLockedBy(found.node.definition, origin)
  }

  #collect<T>(part: (answer: Answer) => T | undefined): Record<string, T> {
    const found: Record<string, T> = {}
    for (const [pointer, answer] of this.#answers) {
      const value = part(answer)
      if (value !== undefined) found[pointer] = value
    }
    return found
  }
}

/** Nothing chosen and nothing written is no answer. */
function given(value: JsonValue | undefined): JsonValue | undefined {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : nfc(value)
}

function originOf({ value, origin }: Answer): Provenance | undefined {
  return value === undefined ? undefined : origin
}
