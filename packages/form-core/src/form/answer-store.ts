import type { JsonValue } from '@motcua/core/json'
import type { FieldDefinition } from '@motcua/schemas/definition'
import { signal } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'
import type { FieldNode, FormModel, RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { FilledBy, FormAnswers, FormSnapshot, Provenance } from '../types.ts'
import { nfc } from './nfc.ts'
import { isLockedBy, isPrefillSource, takes } from './prefill.ts'

export interface AnswerStoreOptions {
  model: FormModel
  random: (() => string) | undefined
  /** Called after every write, inside the same batch. */
  written(pointer: string, value: JsonValue | undefined, provenance: Provenance | undefined): void
}

/** The answers of a live form, hidden ones too, in plain maps; only the lists of row keys are signals. */
export class AnswerStore {
  readonly #values = new Map<string, JsonValue>()
  readonly #origins = new Map<string, Provenance>()
  readonly #filledBy = new Map<string, FilledBy>()
  /** What the person had typed where a source's answer stands now. */
  readonly #displaced = new Map<string, JsonValue>()
  readonly #cleared = new Set<string>()
  readonly #rows = new Map<string, Signal<readonly string[]>>()
  readonly #options: AnswerStoreOptions
  /** Keys of rows that are gone and may come back. */
  readonly #removed = new Set<string>()
  #lastKey = 0

  constructor(options: AnswerStoreOptions) {
    this.#options = options
    for (const pointer of options.model.repeats.keys()) this.#rows.set(pointer, signal([]))
  }

  value(pointer: string): JsonValue | undefined {
    return this.#values.get(pointer)
  }

  origin(pointer: string): Provenance | undefined {
    return this.#origins.get(pointer)
  }

  filledBy(pointer: string): FilledBy | undefined {
    const by = this.#filledBy.get(pointer)
    const typed = this.#displaced.get(pointer)
    return by && typed !== undefined && typed !== this.#values.get(pointer) ? { ...by, replaced: typed } : by
  }

  /** Whether what stands there makes way for a source's answer. */
  yields(field: FieldDefinition, by: FilledBy): boolean {
    const { pointer } = field
    const origin = this.#cleared.has(pointer) ? 'typed' : this.#origins.get(pointer)
    return origin === undefined || takes(field, by, origin, this.#filledBy.get(pointer))
  }

  write(pointer: string, value: JsonValue | undefined, provenance: Provenance): void {
    const next = value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : nfc(value)
    if (next === undefined) {
      this.forget(pointer)
      this.#cleared.add(pointer)
    } else {
      this.#values.set(pointer, next)
      this.#origins.set(pointer, provenance)
      this.#cleared.delete(pointer)
      this.#filledBy.delete(pointer)
      this.#displaced.delete(pointer)
    }
    this.#options.written(pointer, next, next === undefined ? undefined : provenance)
  }

  /** Writes a source's answer. What the person had typed there is remembered, so that they can be told. */
  fill(pointer: string, value: JsonValue, by: FilledBy): void {
    const typed = this.#origins.get(pointer) === 'typed' ? this.#values.get(pointer) : this.#displaced.get(pointer)
    this.write(pointer, value, by.source)
    this.#filledBy.set(pointer, by)
    if (typed !== undefined) this.#displaced.set(pointer, typed)
  }

  isCleared(pointer: string): boolean {
    return this.#cleared.has(pointer)
  }

  /** As if the field had never been there. */
  forget(pointer: string): void {
    for (const store of [this.#values, this.#origins, this.#filledBy, this.#displaced, this.#cleared]) store.delete(pointer)
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
    if (value !== undefined && !this.#values.has(pointer)) this.write(pointer, value, 'default')
  }

  /** A row key that no row has, and none had that may come back. */
  nextKey(): string {
    const taken = new Set([...this.#removed, ...[...this.#rows.values()].flatMap(rows => [...rows.peek()])])
    for (;;) {
      const key = this.#options.random ? this.#options.random() : `r${++this.#lastKey}`
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
      values: Object.fromEntries(this.#values),
      rows: Object.fromEntries([...this.#rows].map(([pointer, keys]) => [pointer, [...keys.peek()]])),
    }
  }

  memory(): Pick<FormSnapshot, 'cleared' | 'provenance' | 'filledOn'> {
    const days = [...this.#filledBy].flatMap(([pointer, { on }]) => on === undefined ? [] : [[pointer, on] as const])
    return { cleared: [...this.#cleared], provenance: Object.fromEntries(this.#origins), ...(days.length > 0 && { filledOn: Object.fromEntries(days) }) }
  }

  /** Takes over a snapshot; answers that are locked now stay. */
  load(snapshot: FormSnapshot): void {
    const locked = [...this.#filledBy].flatMap(([pointer, by]) => this.#isLocked(pointer, by.source) ? [{ pointer, by, value: this.#values.get(pointer) }] : [])
    for (const store of [this.#values, this.#origins, this.#filledBy, this.#displaced, this.#cleared, this.#removed]) store.clear()
    for (const pointer of this.#rows.keys()) this.setRows(pointer, [...new Set(own(snapshot.rows, pointer))])
    for (const [pointer, value] of Object.entries(snapshot.values)) {
      if (!this.locate(pointer)) continue
      this.#values.set(pointer, value)
      const origin = own(snapshot.provenance, pointer) ?? 'initial'
      // A lock needs a sign-in that is alive; what a stored draft says of itself does not.
      const isLocked = this.#isLocked(pointer, origin)
      this.#origins.set(pointer, isLocked ? 'initial' : origin)
      const on = own(snapshot.filledOn ?? {}, pointer)
      if (!isLocked && isPrefillSource(origin)) this.#filledBy.set(pointer, { source: origin, ...(on !== undefined && { on }) })
    }
    for (const pointer of snapshot.cleared) if (this.locate(pointer) && !this.#values.has(pointer)) this.#cleared.add(pointer)
    for (const { pointer, by, value } of locked) if (value !== undefined) this.fill(pointer, value, by)
    this.fillRows()
  }

  #isLocked(pointer: string, origin: Provenance): boolean {
    const found = this.locate(pointer)
    return found !== undefined && isLockedBy(found.node.definition, origin)
  }
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
