import { batch } from '@preact/signals-core'
import { RowLimitError, UnknownPointerError } from '../errors.ts'
import type { RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { RemovedRow, RowState } from '../types.ts'
import type { LiveForm } from './live-form.ts'
import { RemovedRows } from './removed-rows.ts'
import type { RemovedAnswer } from './removed-rows.ts'

/** Adding, removing, putting back and moving rows. */
export class Rows {
  readonly #form: LiveForm
  readonly #removed = new RemovedRows()

  constructor(form: LiveForm) { this.#form = form }

  add(node: RepeatNode): RowState {
    const { store, dirty } = this.#form
    if (store.peekRows(node.pattern).length >= node.definition.maxRows) throw new RowLimitError(node.pattern, node.definition.maxRows)
    return batch(() => {
      const key = store.appendRow(node)
      dirty.value = true
      return this.#form.rowState(node, key)
    })
  }

  remove(node: RepeatNode, key: string): void {
    const { store, dirty } = this.#form
    const keys = this.#keysWith(node, key)
    if (keys.length <= node.definition.minRows) throw new RowLimitError(node.pattern, node.definition.minRows)
    batch(() => {
      const answers = pointersIn(node, key).map((pointer): RemovedAnswer => ({ pointer, answer: store.answer(pointer), tried: this.#form.tried(pointer) }))
      store.removeRow(node.pattern, key)
      this.#removed.keep(node.pattern, { key, index: keys.indexOf(key), answers })
      this.#form.dropRow(node, key)
      dirty.value = true
    })
  }

  /** Tracked: the row removed last. */
  removed(node: RepeatNode): RemovedRow | undefined {
    return this.#removed.last(node.pattern)
  }

  undoRemove(node: RepeatNode): RowState | undefined {
    const { store, dirty } = this.#form
    const keys = store.peekRows(node.pattern)
    const row = keys.length < node.definition.maxRows ? this.#removed.takeLast(node.pattern) : undefined
    return row && batch(() => {
      store.setRows(node.pattern, [...keys.slice(0, row.index), row.key, ...keys.slice(row.index)])
      for (const { pointer, answer, tried } of row.answers) {
        if (answer) store.put(pointer, answer)
        if (tried) this.#form.touch(pointer)
      }
      dirty.value = true
      return this.#form.rowState(node, row.key)
    })
  }

  move(node: RepeatNode, key: string, toIndex: number): void {
    const rest = this.#keysWith(node, key).filter(other => other !== key)
    rest.splice(Math.max(0, Math.min(toIndex, rest.length)), 0, key)
    batch(() => {
      this.#form.store.setRows(node.pattern, rest)
      this.#form.dirty.value = true
    })
  }

  /** Another snapshot has other rows: those that were removed belong to none of it. */
  forgetRemoved(): void {
    this.#removed.forget()
  }

  #keysWith(node: RepeatNode, key: string): readonly string[] {
    const keys = this.#form.store.peekRows(node.pattern)
    if (!keys.includes(key)) throw new UnknownPointerError(`${node.pattern}/${key}`)
    return keys
  }
}

export function pointersIn(node: RepeatNode, key: string): string[] {
  return node.fields.map(field => withRow(field.pattern, node, key))
}
