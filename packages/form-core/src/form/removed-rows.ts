import { signal } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'
import type { Answer } from './answer-store.ts'

/** What one question of a removed row knew. */
export interface RemovedAnswer { pointer: string; answer: Answer | undefined; tried: boolean }

/** A row taken out of its group, with what is needed to put it back. */
export interface TakenRow { key: string; index: number; answers: readonly RemovedAnswer[] }

/** Rows that were removed, by group, the last one last. They live as long as the form and are in no draft. */
export class RemovedRows {
  readonly #rows = new Map<string, Signal<readonly TakenRow[]>>()

  /** Tracked. */
  last(pointer: string): TakenRow | undefined {
    return this.#of(pointer).value.at(-1)
  }

  keep(pointer: string, row: TakenRow): void {
    const rows = this.#of(pointer)
    rows.value = [...rows.peek(), row]
  }

  takeLast(pointer: string): TakenRow | undefined {
    const rows = this.#of(pointer)
    const last = rows.peek().at(-1)
    if (last) rows.value = rows.peek().slice(0, -1)
    return last
  }

  forget(): void {
    for (const rows of this.#rows.values()) rows.value = []
  }

  #of(pointer: string): Signal<readonly TakenRow[]> {
    let rows = this.#rows.get(pointer)
    if (!rows) this.#rows.set(pointer, rows = signal([]))
    return rows
  }
}
