import { effect, signal } from '@preact/signals-core'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import type { RepeatState, RowState } from '@motcua/form-core'

export interface RowNumbers {
  /** Place of a row among the others, from 1. */
  of(row: RowState): ReadonlySignal<number>
  stop(): void
}

/** Numbers the rows, and writes where a number changed: worked out by each row, one more at the end would make a hundred others ask. */
export function numberRows({ rows }: RepeatState): RowNumbers {
  const numbers = new WeakMap<RowState, Signal<number>>()
  const numberOf = (row: RowState): Signal<number> => {
    let number = numbers.get(row)
    if (!number) numbers.set(row, number = signal(rows.peek().indexOf(row) + 1))
    return number
  }
  const stop = effect(() => { rows.value.forEach((row, index) => { numberOf(row).value = index + 1 }) })
  return { of: numberOf, stop }
}
