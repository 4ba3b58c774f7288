import type { RepeatDefinition } from '@motcua/schemas/definition'
import { computed } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { RepeatNode } from '../model/model.ts'
import type { FieldIssue, RemovedRow, RepeatState, RowState } from '../types.ts'
import { IssueCell } from './cell.ts'
import type { CellHost } from './cell.ts'
import type { Rows } from './rows.ts'

/** Rows and row objects, which only the form has. */
export interface RepeatHost extends CellHost {
  readonly rows: Rows
  /** Tracked. */
  rowKeys(pointer: string): readonly string[]
  rowState(node: RepeatNode, key: string): RowState
}

/** A repeating group's live state. */
export class RepeatCell extends IssueCell implements RepeatState {
  readonly type = 'repeat'
  readonly node: RepeatNode
  readonly rows: ReadonlySignal<readonly RowState[]>
  readonly canAdd: ReadonlySignal<boolean>
  readonly canRemove: ReadonlySignal<boolean>
  readonly removed: ReadonlySignal<RemovedRow | undefined>
  readonly #host: RepeatHost

  constructor(host: RepeatHost, node: RepeatNode) {
    super(node.pattern)
    this.#host = host
    this.node = node
    const keys = (): readonly string[] => host.rowKeys(node.pattern)
    this.rows = computed(() => keys().map(key => host.rowState(node, key)))
    this.canAdd = computed(() => keys().length < node.definition.maxRows)
    this.canRemove = computed(() => keys().length > node.definition.minRows)
    this.removed = computed(() => (this.canAdd.value ? host.rows.removed(node) : undefined))
  }

  get definition(): RepeatDefinition {
    return this.node.definition
  }

  get visible(): ReadonlySignal<boolean> {
    return this.#host.shown(this.node, undefined)
  }

  add(): RowState {
    return this.#host.rows.add(this.node)
  }

  remove(key: string): void {
    this.#host.rows.remove(this.node, key)
  }

  undoRemove(): RowState | undefined {
    return this.#host.rows.undoRemove(this.node)
  }

  move(key: string, toIndex: number): void {
    this.#host.rows.move(this.node, key, toIndex)
  }

  protected live(): FieldIssue[] {
    return this.#host.liveIssues(this.node, undefined, this.pointer, undefined)
  }
}
