import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { RuleContext } from '@motcua/core/rules'
import type { CrossFieldRule, FormDefinition } from '@motcua/schemas/definition'
import { batch, computed, signal } from '@preact/signals-core'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import { FieldLockedError, RowLimitError, SnapshotError, UnknownPointerError } from '../errors.ts'
import { answersFromPayload, plainReader } from '../model/answers.ts'
import { modelOf } from '../model/model.ts'
import type { FieldNode, FormModel, RepeatNode, Scope } from '../model/model.ts'
import { derivedValue, scopeHolds, withRow } from '../model/reader.ts'
import type { Reader } from '../model/reader.ts'
import { projectFrom } from '../project.ts'
import { ruleContext } from '../rule-context.ts'
import { brokenRule } from '../validate/rules.ts'
import { validateValue } from '../validate/value-schema.ts'
import type {
  CreateFormOptions, FieldIssue, Form, FormSnapshot, Locale, PageState, Prefill, Provenance, RowState, SetValueOptions,
} from '../types.ts'
import { ALWAYS, FieldCell } from './cell.ts'
import { visibleItems, visiblePages } from './items.ts'
import { IssueBoard } from './issue-board.ts'
import { nfc } from './nfc.ts'
import { RepeatCell } from './repeat-cell.ts'
import type { RepeatHost } from './repeat-cell.ts'

/** The live form. Answers stand in plain maps; a signal exists only for a field that somebody looks at. */
export class LiveForm implements Form, RepeatHost {
  readonly definition: FormDefinition
  readonly locale: Signal<Locale>
  readonly pages: ReadonlySignal<readonly PageState[]>
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
  readonly dirty: Signal<boolean> = signal(false)
  readonly model: FormModel
  readonly #options: CreateFormOptions
  readonly #reader: Reader
  readonly #context: Signal<RuleContext>
  readonly #board: IssueBoard
  readonly #values = new Map<string, JsonValue>()
  readonly #origins = new Map<string, Provenance>()
  readonly #cleared = new Set<string>()
  readonly #rows = new Map<string, Signal<readonly string[]>>()
  readonly #rowStates = new Map<string, RowState>()
  readonly #fields = new Map<string, FieldCell>()
  readonly #repeats = new Map<string, RepeatCell>()
  readonly #scopes = new Map<Scope, Map<string, ReadonlySignal<boolean>>>()
  readonly #rules = new Map<FieldNode | RepeatNode, CrossFieldRule[]>()
  #lastKey = 0

  constructor(options: CreateFormOptions) {
    this.#options = options
    this.definition = options.definition
    this.model = modelOf(options.definition)
    this.locale = signal(options.locale ?? 'vi')
    const context = this.#context = signal(ruleContext(options.definition, options))
    this.#reader = {
      model: this.model,
      get context() { return context.value },
      raw: pointer => this.#cell(pointer)?.raw.value,
      rows: pointer => this.rowKeys(pointer),
      shows: (scope, row) => this.shows(scope, row),
    }
    this.#board = new IssueBoard(this)
    this.issues = this.#board.issues
    for (const pointer of this.model.repeats.keys()) this.#rows.set(pointer, signal([]))
    for (const rule of options.definition.rules) {
      const node = this.#board.nodeFor(rule.pointer)
      if (node) this.#rules.set(node, [...this.#rules.get(node) ?? [], rule])
    }
    this.#start(options)
    this.pages = visiblePages(this)
  }

  field(pointer: string): FieldCell {
    const cell = this.#cell(pointer)
    if (!cell) throw new UnknownPointerError(pointer)
    return cell
  }

  repeat(pointer: string): RepeatCell {
    let cell = this.#repeats.get(pointer)
    if (!cell) {
      const node = this.model.repeats.get(pointer)
      if (!node) throw new UnknownPointerError(pointer)
      this.#repeats.set(pointer, cell = new RepeatCell(this, node))
    }
    return cell
  }

  setValue(pointer: string, value: JsonValue | undefined, options: SetValueOptions = {}): void {
    const cell = this.field(pointer)
    const provenance = options.provenance ?? 'typed'
    if (cell.locked.peek() && provenance !== 'identity-provider') throw new FieldLockedError(pointer)
    batch(() => {
      this.#write(pointer, value === undefined ? undefined : nfc(value), provenance)
      cell.extra.value = cell.extra.peek().filter(issue => issue.source === 'server' && issue.clears === 'revalidate')
      this.dirty.value = true
    })
  }

  clear(pointer: string): void {
    this.setValue(pointer, undefined)
  }

  touch(pointer: string): void {
    this.#keepTime()
    this.#board.try(this.model.repeats.has(pointer) ? this.repeat(pointer) : this.field(pointer))
  }

  validatePage(pageId: string): FieldIssue[] {
    this.#keepTime()
    return this.#board.validate(pageId)
  }

  validateAll(): FieldIssue[] {
    this.#keepTime()
    return this.#board.validate(undefined)
  }

  applyServerIssues(issues: readonly Issue[]): Issue[] {
    return this.#board.applyServerIssues(issues)
  }

  prefill({ source, claims }: Prefill): void {
    batch(() => {
      for (const node of this.model.fields.values()) {
        const { prefill, lockedBy, pointer } = node.definition
        const claim = prefill && claims[prefill]
        if (claim === undefined || node.repeat) continue
        const locks = source === 'identity-provider' && lockedBy?.includes(source)
        if (!locks && (this.#values.has(pointer) || this.#cleared.has(pointer))) continue
        this.#write(pointer, nfc(claim), source)
      }
    })
  }

  project(): JsonObject {
    return projectFrom(this.plainReader())
  }

  plainReader(): Reader {
    return plainReader(this.model, this.#answers(), this.#context.peek())
  }

  payloadPointer(pointer: string): string | undefined {
    return this.#convert(pointer, (keys, key) => keys.indexOf(key))
  }

  fieldPointer(payloadPointer: string): string | undefined {
    return this.#convert(payloadPointer, (keys, index) => keys[Number(index)] ?? -1)
  }

  snapshot(): FormSnapshot {
    const { slug, effectiveFrom } = this.definition.procedure
    return {
      formatVersion: 1,
      definition: { slug, effectiveFrom },
      ...this.#answers(),
      cleared: [...this.#cleared],
      provenance: Object.fromEntries(this.#origins),
    }
  }

  restore(snapshot: FormSnapshot): void {
    const { slug, effectiveFrom } = this.definition.procedure
    if (snapshot.formatVersion !== 1 || snapshot.definition.slug !== slug || snapshot.definition.effectiveFrom !== effectiveFrom) {
      throw new SnapshotError(`Expected a snapshot of ${slug} ${effectiveFrom}; got ${snapshot.definition.slug} ${snapshot.definition.effectiveFrom}. Pass it through migrateDraft first.`)
    }
    const locked = [...this.#origins].filter(([, origin]) => origin === 'identity-provider').map(([pointer]) => [pointer, this.#values.get(pointer)] as const)
    batch(() => {
      for (const [pointer, rows] of this.#rows) for (const key of rows.peek()) this.#forgetRow(pointer, key)
      for (const store of [this.#values, this.#origins, this.#cleared]) store.clear()
      for (const [pointer, rows] of this.#rows) rows.value = own(snapshot.rows, pointer)?.filter((key, i, keys) => keys.indexOf(key) === i) ?? []
      for (const [pointer, value] of Object.entries(snapshot.values)) {
        if (!this.locate(pointer)) continue
        this.#values.set(pointer, value)
        const origin = own(snapshot.provenance, pointer) ?? 'initial'
        // A lock needs a sign-in that is alive; what a stored draft says of itself does not.
        this.#origins.set(pointer, origin === 'identity-provider' ? 'initial' : origin)
      }
      for (const pointer of snapshot.cleared) if (this.locate(pointer) && !this.#values.has(pointer)) this.#cleared.add(pointer)
      for (const [pointer, value] of locked) this.#write(pointer, value, 'identity-provider')
      for (const [pointer, cell] of this.#fields) {
        cell.raw.value = this.#values.get(pointer)
        cell.origin.value = this.#origins.get(pointer)
      }
      this.#fillRows()
      this.#board.reset([...this.#fields.values(), ...this.#repeats.values()])
      this.dirty.value = false
    })
  }

  markSaved(): void {
    this.dirty.value = false
  }

  // What cells and the page tree ask of the form.

  shows(scope: Scope | undefined, row: string | undefined): boolean {
    return this.#scope(scope, row).value
  }

  shown(node: FieldNode | RepeatNode, row: string | undefined): ReadonlySignal<boolean> {
    return this.#scope(node.scope, row)
  }

  derived(node: FieldNode, row: string | undefined): { value: JsonValue | undefined } | undefined {
    const derived = node.derivation && derivedValue(this.#reader, node.derivation, row)
    return derived?.applies ? { value: derived.value } : undefined
  }

  liveIssues(node: FieldNode | RepeatNode, row: string | undefined, pointer: string, value: JsonValue | undefined): FieldIssue[] {
    const issues: Issue[] = []
    if (!('repeat' in node)) issues.push(...rowCountIssues(node, this.rowKeys(node.pattern).length))
    else if (value !== undefined) issues.push(...validateValue(this.definition.schema, node.pattern, pointer, value))
    else if (node.definition.required) {
      issues.push({ pointer, code: 'required', params: {}, source: 'schema', severity: 'error', clears: 'revalidate' })
    }
    for (const rule of this.#rules.get(node) ?? []) {
      const broken = brokenRule(this.#reader, rule, row, pointer)
      if (broken) issues.push(broken)
    }
    return issues.map(issue => ({ ...issue, pointer, page: node.page }))
  }

  rowKeys(pointer: string): readonly string[] {
    return this.#rows.get(pointer)?.value ?? []
  }

  rowState(node: RepeatNode, key: string): RowState {
    const pointer = `${node.pattern}/${key}`
    let state = this.#rowStates.get(pointer)
    if (!state) this.#rowStates.set(pointer, state = { key, pointer, items: visibleItems(this, node.definition.items, key) })
    return state
  }

  addRow(node: RepeatNode): RowState {
    if (this.#peekRows(node.pattern).length >= node.definition.maxRows) throw new RowLimitError(node.pattern, node.definition.maxRows)
    return batch(() => {
      const key = this.#appendRow(node)
      this.dirty.value = true
      return this.rowState(node, key)
    })
  }

  removeRow(node: RepeatNode, key: string): void {
    const keys = this.#peekRows(node.pattern)
    if (!keys.includes(key)) throw new UnknownPointerError(`${node.pattern}/${key}`)
    if (keys.length <= node.definition.minRows) throw new RowLimitError(node.pattern, node.definition.minRows)
    batch(() => {
      this.#setRows(node.pattern, keys.filter(other => other !== key))
      this.#forgetRow(node.pattern, key)
      this.dirty.value = true
    })
  }

  moveRow(node: RepeatNode, key: string, toIndex: number): void {
    const keys = this.#peekRows(node.pattern)
    if (!keys.includes(key)) throw new UnknownPointerError(`${node.pattern}/${key}`)
    const rest = keys.filter(other => other !== key)
    rest.splice(Math.max(0, Math.min(toIndex, rest.length)), 0, key)
    batch(() => {
      this.#setRows(node.pattern, rest)
      this.dirty.value = true
    })
  }

  /** The definition's node for a pointer with row keys; `undefined` when there is no such field or row. */
  locate(pointer: string): { node: FieldNode; row: string | undefined } | undefined {
    const node = this.model.fields.get(pointer)
    if (node) return node.repeat ? undefined : { node, row: undefined }
    for (const repeat of this.model.repeats.values()) {
      if (!pointer.startsWith(`${repeat.pattern}/`)) continue
      const [row = '', ...rest] = pointer.slice(repeat.pattern.length + 1).split('/')
      const inRow = this.#peekRows(repeat.pattern).includes(row) ? this.model.fields.get(`${repeat.pattern}/-/${rest.join('/')}`) : undefined
      if (inRow) return { node: inRow, row }
    }
    return undefined
  }

  // The form's own business.

  #start({ initial, prefill }: CreateFormOptions): void {
    if (initial) {
      const { values, rows } = answersFromPayload(this.model, initial, () => this.#nextKey())
      for (const [pointer, keys] of Object.entries(rows)) this.#setRows(pointer, keys)
      for (const [pointer, value] of Object.entries(values)) this.#write(pointer, nfc(value), 'initial')
    }
    for (const node of this.model.fields.values()) if (!node.repeat) this.#applyDefault(node, undefined)
    for (const repeat of this.model.repeats.values()) {
      for (const key of this.#peekRows(repeat.pattern)) for (const node of repeat.fields) this.#applyDefault(node, key)
    }
    this.#fillRows()
    if (prefill) this.prefill(prefill)
  }

  /** A form left open past midnight goes by the new day. */
  #keepTime(): void {
    const next = ruleContext(this.definition, this.#options)
    if (next.today !== this.#context.peek().today) this.#context.value = next
  }

  #fillRows(): void {
    for (const repeat of this.model.repeats.values()) {
      while (this.#peekRows(repeat.pattern).length < repeat.definition.minRows) this.#appendRow(repeat)
    }
  }

  #appendRow(node: RepeatNode): string {
    const key = this.#nextKey()
    this.#setRows(node.pattern, [...this.#peekRows(node.pattern), key])
    for (const field of node.fields) this.#applyDefault(field, key)
    return key
  }

  #applyDefault(node: FieldNode, row: string | undefined): void {
    const pointer = withRow(node.pattern, node.repeat, row)
    const value = node.definition.default
    if (value !== undefined && !this.#values.has(pointer)) this.#write(pointer, nfc(value), 'default')
  }

  #write(pointer: string, value: JsonValue | undefined, provenance: Provenance): void {
    const next = value === '' ? undefined : value
    if (next === undefined) {
      this.#values.delete(pointer)
      this.#origins.delete(pointer)
      this.#cleared.add(pointer)
    } else {
      this.#values.set(pointer, next)
      this.#origins.set(pointer, provenance)
      this.#cleared.delete(pointer)
    }
    const cell = this.#fields.get(pointer)
    if (!cell) return
    cell.raw.value = next
    cell.origin.value = next === undefined ? undefined : provenance
  }

  #forgetRow(pointer: string, key: string): void {
    const prefix = `${pointer}/${key}/`
    this.#rowStates.delete(`${pointer}/${key}`)
    for (const node of this.model.repeats.get(pointer)?.fields ?? []) {
      const at = `${prefix}${node.pattern.slice(pointer.length + 3)}`
      for (const store of [this.#values, this.#origins, this.#cleared]) store.delete(at)
      const cell = this.#fields.get(at)
      if (cell) this.#board.drop(cell)
      this.#fields.delete(at)
    }
    for (const byRow of this.#scopes.values()) byRow.delete(key)
  }

  #cell(pointer: string): FieldCell | undefined {
    const known = this.#fields.get(pointer)
    if (known) return known
    const found = this.locate(pointer)
    if (!found) return undefined
    const cell = new FieldCell(this, found.node, found.row, pointer, this.#values.get(pointer), this.#origins.get(pointer))
    this.#fields.set(pointer, cell)
    return cell
  }

  #scope(scope: Scope | undefined, row: string | undefined): ReadonlySignal<boolean> {
    if (!scope) return ALWAYS
    return memo(this.#scopes, scope, (scope.repeat === undefined ? undefined : row) ?? '', () => computed(() => scopeHolds(this.#reader, scope, row)))
  }

  #convert(pointer: string, step: (keys: readonly string[], segment: string) => string | number): string | undefined {
    for (const repeat of this.model.repeats.values()) {
      if (!pointer.startsWith(`${repeat.pattern}/`)) continue
      const [segment = '', ...rest] = pointer.slice(repeat.pattern.length + 1).split('/')
      const next = step(this.#peekRows(repeat.pattern), segment)
      return next === -1 ? undefined : [repeat.pattern, next, ...rest].join('/')
    }
    return pointer
  }

  #answers(): Pick<FormSnapshot, 'values' | 'rows'> {
    return {
      values: Object.fromEntries(this.#values),
      rows: Object.fromEntries([...this.#rows].map(([pointer, keys]) => [pointer, [...keys.peek()]])),
    }
  }

  #peekRows(pointer: string): readonly string[] {
    return this.#rows.get(pointer)?.peek() ?? []
  }

  #setRows(pointer: string, keys: readonly string[]): void {
    const rows = this.#rows.get(pointer)
    if (rows) rows.value = keys
  }

  #nextKey(): string {
    const taken = new Set([...this.#rows.values()].flatMap(rows => [...rows.peek()]))
    for (;;) {
      const key = this.#options.random ? this.#options.random() : `r${++this.#lastKey}`
      if (!taken.has(key) && /^[A-Za-z][\w-]*$/.test(key)) return key
    }
  }
}

function rowCountIssues({ definition, pattern }: RepeatNode, rows: number): Issue[] {
  const issue = (code: string, limit: number): Issue => ({ pointer: pattern, code, params: { limit }, source: 'schema', severity: 'error', clears: 'revalidate' })
  if (rows < definition.minRows) return [issue('minItems', definition.minRows)]
  return rows > definition.maxRows ? [issue('maxItems', definition.maxRows)] : []
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function memo<K, T>(store: Map<K, Map<string, T>>, key: K, row: string, make: () => T): T {
  let byRow = store.get(key)
  if (!byRow) store.set(key, byRow = new Map())
  let value = byRow.get(row)
  if (value === undefined) byRow.set(row, value = make())
  return value
}

