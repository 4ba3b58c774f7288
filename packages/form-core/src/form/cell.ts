import type { Issue } from '@motcua/core/issue'
import type { JsonValue } from '@motcua/core/json'
import type { Option } from '@motcua/schemas/definition'
import { computed, signal } from '@preact/signals-core'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import type { FieldNode, RepeatNode } from '../model/model.ts'
import type { FieldIssue, FieldState, FilledBy, Provenance } from '../types.ts'
import { isLockedBy, isPrefillSource } from './prefill.ts'

/** What a cell asks of its form; every method may be called inside a computed signal. */
export interface CellHost {
  shown(node: FieldNode | RepeatNode, row: string | undefined): ReadonlySignal<boolean>
  /** The derived value where one applies; `undefined` when the answer is the person's. */
  derived(node: FieldNode, row: string | undefined): { value: JsonValue | undefined } | undefined
  /** Who filled in the answer that stands there; tracked. */
  filledBy(pointer: string): FilledBy | undefined
  /** What may be chosen now. */
  options(node: FieldNode, row: string | undefined): readonly Option[]
  /** What is wrong with the answer right now, by schema and rules. */
  liveIssues(node: FieldNode | RepeatNode, row: string | undefined, pointer: string, value: JsonValue | undefined): FieldIssue[]
}

export const NO_ISSUES: readonly FieldIssue[] = []
export const ALWAYS = fixed(true)
const NEVER = fixed(false)
const NOBODY = fixed(undefined)

/** What fields and repeating groups share: when their issues show, and those that only a whole validation or the server knows. */
export abstract class IssueCell {
  readonly pointer: string
  #tried = false
  #extra: readonly Issue[] = NO_ISSUES
  /** Grows with each change of the two above: one signal a field, and one edge to it. */
  readonly #changes: Signal<number> = signal(0)
  abstract readonly node: FieldNode | RepeatNode
  abstract readonly visible: ReadonlySignal<boolean>
  #issues: ReadonlySignal<readonly FieldIssue[]> | undefined
  #last: readonly FieldIssue[] = NO_ISSUES

  constructor(pointer: string) {
    this.pointer = pointer
  }

  /** True once the person has tried. Tracked. */
  get tried(): boolean {
    void this.#changes.value
    return this.#tried
  }

  set tried(tried: boolean) {
    if (tried === this.#tried) return
    this.#tried = tried
    this.#changes.value++
  }

  /** Issues from the server and from the last whole validation that the live check cannot see. Not tracked. */
  get extra(): readonly Issue[] {
    return this.#extra
  }

  set extra(extra: readonly Issue[]) {
    this.#extra = extra
    this.#changes.value++
  }

  /** Leaves, of the extra issues, those that pass. */
  keep(passes: (issue: Issue) => boolean): void {
    const kept = this.#extra.filter(passes)
    if (kept.length < this.#extra.length) this.extra = kept
  }

  protected abstract live(): FieldIssue[]

  get issues(): ReadonlySignal<readonly FieldIssue[]> {
    return this.#issues ??= computed(() => {
      void this.#changes.value
      const next = this.visible.value ? this.#present() : NO_ISSUES
      // The same issues keep the same array, so nothing downstream runs for a key that changed none of them.
      return this.#last = sameIssues(this.#last, next) ? this.#last : next
    })
  }

  /** Has whoever reads the issues look at the field again, though they are the same. */
  protected renew(): void {
    this.#last = [...this.#last]
    this.#changes.value++
  }

  #present(): readonly FieldIssue[] {
    const live = this.#tried ? this.live() : NO_ISSUES
    return this.#extra.length === 0 ? live : [...live, ...this.#extra.map(issue => ({ ...issue, pointer: this.pointer, page: this.node.page }))]
  }
}

/** A field's live state. Its computed signals come into being when first asked for. */
export class FieldCell extends IssueCell implements FieldState {
  readonly type = 'field'
  readonly node: FieldNode
  readonly row: string | undefined
  readonly raw: Signal<JsonValue | undefined>
  readonly #host: CellHost
  #from: Provenance | undefined
  #origin: Signal<Provenance | undefined> | undefined
  #value: ReadonlySignal<JsonValue | undefined> | undefined
  #options: ReadonlySignal<readonly Option[]> | undefined
  #locked: ReadonlySignal<boolean> | undefined
  #provenance: ReadonlySignal<Provenance | undefined> | undefined
  #filledBy: ReadonlySignal<FilledBy | undefined> | undefined

  constructor(host: CellHost, node: FieldNode, row: string | undefined, pointer: string, value: JsonValue | undefined, origin: Provenance | undefined) {
    super(pointer)
    this.#host = host
    this.node = node
    this.row = row
    this.raw = signal(value)
    this.#from = origin
  }

  /** Where the answer comes from; few fields are ever asked. */
  get origin(): ReadonlySignal<Provenance | undefined> {
    return this.#origin ??= signal(this.#from)
  }

  get definition(): FieldState['definition'] {
    return this.node.definition
  }

  get visible(): ReadonlySignal<boolean> {
    return this.#host.shown(this.node, this.row)
  }

  get value(): ReadonlySignal<JsonValue | undefined> {
    if (!this.node.derivation) return this.raw
    return this.#value ??= computed(() => {
      const derived = this.#derived()
      return derived ? derived.value : this.raw.value
    })
  }

  get required(): ReadonlySignal<boolean> {
    return this.node.definition.required ? ALWAYS : NEVER
  }

  get locked(): ReadonlySignal<boolean> {
    const { derivation, definition } = this.node
    // Filled by a claim or a default, and never by the person.
    if (definition.field === 'read-only') return ALWAYS
    if (!derivation && !definition.lockedBy?.length) return NEVER
    return this.#locked ??= computed(() => this.#derived() !== undefined || isLockedBy(definition, this.origin.value))
  }

  get provenance(): ReadonlySignal<Provenance | undefined> {
    if (!this.node.derivation) return this.origin
    return this.#provenance ??= computed(() => this.#derived() ? 'derived' : this.origin.value)
  }

  get filledBy(): ReadonlySignal<FilledBy | undefined> {
    if (!this.#filledBy && this.node.definition.prefill === undefined && !isPrefillSource(this.#from)) {
      // Few fields ever have a source: whoever asks hears of one with the field's issues, which a view reads anyway.
      void this.issues.value
      return NOBODY
    }
    return this.#filledBy ??= computed(() => isPrefillSource(this.provenance.value) ? this.#host.filledBy(this.pointer) : undefined)
  }

  get options(): ReadonlySignal<readonly Option[]> {
    return this.#options ??= computed(() => this.#host.options(this.node, this.row))
  }

  /** Takes over what the store now holds. The same answer again is no edit: what was said of it still holds. */
  write(value: JsonValue | undefined, origin: Provenance | undefined): void {
    if (value !== this.raw.peek()) this.keep(issue => issue.source === 'server' && issue.clears === 'revalidate')
    this.raw.value = value
    if (isPrefillSource(origin) && !this.#filledBy) this.renew()
    this.#from = origin
    if (this.#origin) this.#origin.value = origin
  }

  protected live(): FieldIssue[] {
    return this.#host.liveIssues(this.node, this.row, this.pointer, this.value.value)
  }

  #derived(): { value: JsonValue | undefined } | undefined {
    return this.#host.derived(this.node, this.row)
  }
}

function sameIssues(a: readonly FieldIssue[], b: readonly FieldIssue[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b))
}

/** A signal that never changes. Reading it is not tracked: a thousand fields would all hang on it for nothing. */
function fixed<T>(value: T): ReadonlySignal<T> {
  return Object.defineProperty(signal(value), 'value', { get: () => value })
}
