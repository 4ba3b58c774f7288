import { batch } from '@preact/signals-core'
import { RowLimitError, UnknownPointerError } from '../errors.ts'
import type { RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { RemovedRow, RowState } from '../types.ts'
import type { AnswerStore } from './answer-store.ts'
import { RemovedRows } from './removed-rows.ts'
import type { RemovedAnswer } from './removed-rows.ts'

/** What rows ask of the form they are in. */
export interface RowsHost {
  readonly store: AnswerStore
  state(node: RepeatNode, key: string): RowState
  isTried(pointer: string): boolean
  try(pointer: string): void
  /** Forgets the answers and signals of a row. */
  drop(node: RepeatNode, key: string): void
  changed(): void
}

/** Adding, removing, putting back and moving rows. */
export class Rows {
  readonly #host: RowsHost
  readonly #removed = new RemovedRows()

  constructor(host: RowsHost) { this.#host = host }

  add(node: RepeatNode): RowState {
    const { store } = this.#host
    if (store.peekRows(node.pattern).length >= node.definition.maxRows) throw new RowLimitError(node.pattern, node.definition.maxRows)
    return batch(() => {
      const key = store.appendRow(node)
      this.#host.changed()
      return this.#host.state(node, key)
    })
  }

  remove(node: RepeatNode, key: string): void {
    const { store } = this.#host
    const keys = this.#keysWith(node, key)
    if (keys.length <= node.definition.minRows) throw new RowLimitError(node.pattern, node.definition.minRows)
    batch(() => {
      store.removeRow(node.pattern, key)
      const answers = pointersIn(node, key).map((pointer): RemovedAnswer => ({
        pointer, value: store.value(pointer), origin: store.origin(pointer), by: store.filledBy(pointer),
        cleared: store.isCleared(pointer), tried: this.#host.isTried(pointer),
      }))
      this.#removed.keep(node.pattern, { key, index: keys.indexOf(key), answers })
      this.#host.drop(node, key)
      this.#host.changed()
    })
  }

  /** Tracked: the row removed last. */
  removed(node: RepeatNode): RemovedRow | undefined {
    return this.#removed.last(node.pattern)
  }

  undoRemove(node: RepeatNode): RowState | undefined {
    const { store } = this.#host
    const keys = store.peekRows(node.pattern)
    const row = keys.length < node.definition.maxRows ? this.#removed.takeLast(node.pattern) : undefined
    return row && batch(() => {
      store.setRows(node.pattern, [...keys.slice(0, row.index), row.key, ...keys.slice(row.index)])
      for (const { pointer, value, origin, by, cleared, tried } of row.answers) {
        if (value !== undefined && by) store.fill(pointer, value, by)
        else if (value !== undefined || cleared) store.write(pointer, value, origin ?? 'typed')
        if (tried) this.#host.try(pointer)
      }
      this.#host.changed()
      return this.#host.state(node, row.key)
    })
  }

  move(node: RepeatNode, key: string, toIndex: number): void {
    const rest = this.#keysWith(node, key).filter(other => other !== key)
    rest.splice(Math.max(0, Math.min(toIndex, rest.length)), 0, key)
    batch(() => {
      this.#host.store.setRows(node.pattern, rest)
      this.#host.changed()
    })
  }

  /** Another snapshot has other rows: those that were removed belong to none of it. */
  forgetRemoved(): void {
    this.#removed.forget()
  }

  #keysWith(node: RepeatNode, key: string): readonly string[] {
    const keys = this.#host.store.peekRows(node.pattern)
    if (!keys.includes(key)) throw new UnknownPointerError(`${node.pattern}/${key}`)
    return keys
  }
}

export function pointersIn(node: RepeatNode, key: string): string[] {
  return node.fields.map(field => withRow(field.pattern, node, key))
}
