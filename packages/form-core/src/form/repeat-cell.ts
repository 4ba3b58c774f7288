import type { RepeatDefinition } from '@motcua/schemas/definition'
import { batch, computed, signal } from '@preact/signals-core'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import { RowLimitError, UnknownPointerError } from '../errors.ts'
import type { RepeatNode } from '../model/model.ts'
import { withRow } from '../model/reader.ts'
import type { FieldIssue, RemovedRow, RepeatState, RowState } from '../types.ts'
import type { Answer, AnswerStore } from './answer-store.ts'
import { IssueCell } from './cell.ts'
import type { CellHost } from './cell.ts'

/** What rows ask of their form. */
export interface RepeatHost extends CellHost {
  edited(pointer: string): void
  rowState(node: RepeatNode, key: string): RowState
  /** Whether the person has tried a question, without a cell for one that nobody looked at. */
  tried(pointer: string): boolean
  touch(pointer: string): void
}

/** A row taken out of its group, with what is needed to put it back. */
interface TakenRow { key: string; index: number; answers: ReadonlyArray<{ pointer: string; answer: Answer | undefined; tried: boolean }> }

/** A repeating group's live state: adding, removing, putting back and moving its rows. */
export class RepeatCell extends IssueCell implements RepeatState {
  readonly type = 'repeat'
  readonly node: RepeatNode
  readonly rows: ReadonlySignal<readonly RowState[]>
  readonly canAdd: ReadonlySignal<boolean>
  readonly canRemove: ReadonlySignal<boolean>
  readonly removed: ReadonlySignal<RemovedRow | undefined>
  readonly #host: RepeatHost
  readonly #store: AnswerStore
  readonly #drop: (key: string) => void
  /** Rows that were removed, the last one last. They live as long as the form and are in no draft. */
  readonly #taken: Signal<readonly TakenRow[]> = signal([])

  /** @param drop forgets the answers and signals of a row */
  constructor(host: RepeatHost, store: AnswerStore, node: RepeatNode, drop: (key: string) => void) {
    super(node.pattern)
    this.#host = host
    this.#store = store
    this.#drop = drop
    this.node = node
    const keys = (): readonly string[] => store.rowKeys(node.pattern)
    this.rows = computed(() => keys().map(key => host.rowState(node, key)))
    this.canAdd = computed(() => keys().length < node.definition.maxRows)
    this.canRemove = computed(() => keys().length > node.definition.minRows)
    this.removed = computed(() => (this.canAdd.value ? this.#taken.value.at(-1) : undefined))
  }

  get definition(): RepeatDefinition {
    return this.node.definition
  }

  get visible(): ReadonlySignal<boolean> {
    return this.#host.shown(this.node, undefined)
  }

  add(): RowState {
    const { node } = this
    if (!this.canAdd.peek()) throw new RowLimitError(node.pattern, node.definition.maxRows)
    return this.#change(() => this.#host.rowState(node, this.#store.appendRow(node)))
  }

  remove(key: string): void {
    const { node } = this
    const index = this.#indexOf(key)
    if (!this.canRemove.peek()) throw new RowLimitError(node.pattern, node.definition.minRows)
    this.#change(() => {
      const answers = pointersIn(node, key).map(pointer => ({ pointer, answer: this.#store.answer(pointer), tried: this.#host.tried(pointer) }))
      this.#store.removeRow(node.pattern, key)
      this.#taken.value = [...this.#taken.peek(), { key, index, answers }]
      this.#drop(key)
    })
  }

  undoRemove(): RowState | undefined {
    const { node } = this
    const row = this.removed.peek() && this.#taken.peek().at(-1)
    return row && this.#change(() => {
      this.#taken.value = this.#taken.peek().slice(0, -1)
      const keys = this.#store.peekRows(node.pattern)
      this.#store.setRows(node.pattern, [...keys.slice(0, row.index), row.key, ...keys.slice(row.index)])
      for (const { pointer, answer, tried } of row.answers) {
        if (answer) this.#store.put(pointer, answer)
        if (tried) this.#host.touch(pointer)
      }
      return this.#host.rowState(node, row.key)
    })
  }

  move(key: string, toIndex: number): void {
    this.#indexOf(key)
    const rest = this.#store.peekRows(this.pointer).filter(other => other !== key)
    rest.splice(Math.max(0, Math.min(toIndex, rest.length)), 0, key)
    this.#change(() => { this.#store.setRows(this.pointer, rest) })
  }

  /** Another snapshot has other rows: those that were removed belong to none of it. */
  forgetRemoved(): void {
    this.#taken.value = []
  }

  protected live(): FieldIssue[] {
    return this.#host.liveIssues(this.node, undefined, this.pointer, undefined)
  }

  #change<T>(work: () => T): T {
    return batch(() => {
      this.#host.edited(this.pointer)
      return work()
    })
  }

  #indexOf(key: string): number {
    const index = this.#store.peekRows(this.pointer).indexOf(key)
    if (index < 0) throw new UnknownPointerError(`${this.pointer}/${key}`)
    return index
  }
}

export function pointersIn(node: RepeatNode, key: string): string[] {
  return node.fields.map(field => withRow(field.pattern, node, key))
}
