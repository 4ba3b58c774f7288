import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { RuleContext } from '@motcua/core/rules'
import type { CrossFieldRule, FormSource, Option } from '@motcua/schemas/definition'
import { batch, computed, signal } from '@preact/signals-core'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import { FieldLockedError, SnapshotError, UnknownPointerError } from '../errors.ts'
import { foundIssue } from '../issue.ts'
import { answersFromPayload, plainReader } from '../model/answers.ts'
import { modelOf } from '../model/model.ts'
import type { FieldNode, FormModel, RepeatNode, Scope } from '../model/model.ts'
import { derivedValue, perScope, readPointer, scopeHolds, withheldOptions } from '../model/reader.ts'
import type { Reader } from '../model/reader.ts'
import { projectFrom } from '../project.ts'
import { ruleContext } from '../rule-context.ts'
import { profiled } from '../validate/profile.ts'
import { brokenRule, isWithheld, ruleIssue } from '../validate/rules.ts'
import { validateValue } from '../validate/value-schema.ts'
import type {
  CreateFormOptions, FieldIssue, FilledBy, Form, FormSnapshot, Locale, PageState, Prefill, RowState, SetValueOptions,
} from '../types.ts'
import { AnswerStore } from './answer-store.ts'
import { ALWAYS, FieldCell } from './cell.ts'
import { bestFilling, isLockedBy, isPrefillSource } from './prefill.ts'
import { visibleItems, visiblePages } from './items.ts'
import { IssueBoard } from './issue-board.ts'
import { pointersIn, RepeatCell } from './repeat-cell.ts'
import type { RepeatHost } from './repeat-cell.ts'

/** The live form. Answers stand in plain maps; a signal exists only for a field that somebody looks at. */
export class LiveForm implements Form, RepeatHost {
  readonly definition: FormSource
  readonly locale: Signal<Locale>
  readonly pages: ReadonlySignal<readonly PageState[]>
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
  readonly dirty: Signal<boolean> = signal(false)
  readonly model: FormModel
  readonly #options: CreateFormOptions
  readonly #store: AnswerStore
  readonly #reader: Reader
  readonly #readersSoFar: Record<string, Reader> = Object.create(null)
  readonly #context: Signal<RuleContext>
  readonly #board: IssueBoard
  readonly #rowStates = new Map<string, RowState>()
  readonly #fields = new Map<string, FieldCell>()
  readonly #repeats = new Map<string, RepeatCell>()
  readonly #scopes = new Map<Scope, Map<string, ReadonlySignal<boolean>>>()
  /** Counts prefills: who filled a field may change while its answer does not. */
  readonly #filled = signal(0)
  readonly #rules = new Map<FieldNode | RepeatNode, CrossFieldRule[]>()

  constructor(options: CreateFormOptions) {
    this.#options = options
    this.definition = options.definition
    this.model = modelOf(options.definition)
    profiled(options.definition.schema)
    this.locale = signal(options.locale ?? 'vi')
    this.#context = signal(ruleContext(options.definition, options))
    this.#reader = this.#readerOf(cell => cell.raw.value)
    this.#store = new AnswerStore({
      model: this.model,
      random: options.random,
      written: (pointer, value, provenance) => this.#fields.get(pointer)?.write(value, provenance),
    })
    this.#board = new IssueBoard(this)
    this.issues = this.#board.issues
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
      this.#repeats.set(pointer, cell = new RepeatCell(this, this.#store, node, key => this.#dropRow(node, key)))
    }
    return cell
  }

  setValue(pointer: string, value: JsonValue | undefined, { provenance = 'typed', on }: SetValueOptions = {}): void {
    const cell = this.field(pointer)
    if (cell.locked.peek() && !isLockedBy(cell.definition, provenance)) throw new FieldLockedError(pointer)
    batch(() => {
      const before = cell.raw.peek()
      if (isPrefillSource(provenance) && value !== undefined) {
        this.#store.fill(pointer, value, { source: provenance, ...(on && { on }) })
        this.#filled.value++
      } else this.#store.write(pointer, value, provenance)
      if (cell.raw.peek() !== before) this.#board.edited(pointer)
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

  applyFindings(pointer: string, issues: readonly Issue[]): void {
    this.#board.applyFindings(this.field(pointer), issues)
  }

  prefill(prefills: Prefill | readonly Prefill[]): void {
    batch(() => {
      for (const { definition, repeat } of this.model.fields.values()) {
        const filling = repeat ? undefined : bestFilling(definition, [prefills].flat())
        if (filling && this.#store.yields(definition, filling.by)) this.#store.fill(definition.pointer, filling.value, filling.by)
      }
      this.#filled.value++
    })
  }

  filledBy(pointer: string): FilledBy | undefined {
    void this.#filled.value
    return this.#store.filledBy(pointer)
  }

  project(): JsonObject {
    return projectFrom(this.plainReader())
  }

  plainReader(): Reader {
    return plainReader(this.model, this.#store.answers(), this.#context.peek())
  }

  payloadPointer(pointer: string): string | undefined {
    return this.#convert(pointer, (keys, key) => keys.indexOf(key))
  }

  fieldPointer(payloadPointer: string): string | undefined {
    return this.#convert(payloadPointer, (keys, index) => (/^\d+$/.test(index) ? keys[Number(index)] : undefined) ?? -1)
  }

  snapshot(): FormSnapshot {
    const { slug, effectiveFrom } = this.definition.procedure
    return { formatVersion: 1, definition: { slug, effectiveFrom }, ...this.#store.answers(), ...this.#store.memory() }
  }

  restore(snapshot: FormSnapshot): void {
    const { slug, effectiveFrom } = this.definition.procedure
    if (snapshot.formatVersion !== 1 || snapshot.definition.slug !== slug || snapshot.definition.effectiveFrom !== effectiveFrom) {
      throw new SnapshotError(`Expected a snapshot of ${slug} ${effectiveFrom}; got ${snapshot.definition.slug} ${snapshot.definition.effectiveFrom}. Pass it through migrateDraft first.`)
    }
    batch(() => {
      for (const repeat of this.model.repeats.values()) for (const key of this.#store.peekRows(repeat.pattern)) this.#dropRow(repeat, key)
      for (const repeat of this.#repeats.values()) repeat.forgetRemoved()
      this.#store.load(snapshot)
      for (const [pointer, cell] of this.#fields) cell.write(this.#store.value(pointer), this.#store.origin(pointer))
      this.#board.reset([...this.#fields.values(), ...this.#repeats.values()])
      this.#filled.value++
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

  options(node: FieldNode, row: string | undefined): readonly Option[] {
    const { optionSet, optionsWhen, except } = node.definition
    const all = optionSet === undefined ? [] : this.definition.optionSets[optionSet] ?? []
    if (!optionsWhen && !except) return all
    const withheld = withheldOptions(this.#reader, node, row).concat(except ?? [])
    return all.filter(({ value }) => !withheld.includes(value))
  }

  liveIssues(node: FieldNode | RepeatNode, row: string | undefined, pointer: string, value: JsonValue | undefined): FieldIssue[] {
    const own = 'repeat' in node ? this.#answerIssues(node, row, pointer, value) : rowCountIssues(node, this.rowKeys(node.pattern).length)
    const broken = (this.#rules.get(node) ?? []).flatMap(rule => brokenRule(this.#readerSoFar(node.page), rule, row, pointer) ?? [])
    return [...own, ...broken].map(issue => Object.assign(issue, { pointer, page: node.page }))
  }

  rowKeys(pointer: string): readonly string[] {
    return this.#store.rowKeys(pointer)
  }

  rowState(node: RepeatNode, key: string): RowState {
    const pointer = `${node.pattern}/${key}`
    let state = this.#rowStates.get(pointer)
    if (!state) this.#rowStates.set(pointer, state = { key, pointer, items: visibleItems(this, node.definition.items, key) })
    return state
  }

  /** The rows of a list are other ones now, or stand otherwise. */
  edited(pointer: string): void {
    this.#board.edited(pointer)
    this.dirty.value = true
  }

  splitRow(pointer: string): ReturnType<AnswerStore['splitRow']> {
    return this.#store.splitRow(pointer)
  }

  /** Whether the person has tried a question, without a cell for one that nobody looked at. */
  tried(pointer: string): boolean {
    return this.#fields.get(pointer)?.tried ?? false
  }

  // The form's own business.

  #start({ initial, prefill }: CreateFormOptions): void {
    if (initial) {
      const { values, rows } = answersFromPayload(this.model, initial, () => this.#store.nextKey())
      for (const [pointer, keys] of Object.entries(rows)) this.#store.setRows(pointer, keys)
      for (const [pointer, value] of Object.entries(values)) this.#store.write(pointer, value, 'initial')
    }
    for (const node of this.model.fields.values()) if (!node.repeat) this.#store.applyDefault(node, undefined)
    for (const repeat of this.model.repeats.values()) {
      for (const key of this.#store.peekRows(repeat.pattern)) for (const node of repeat.fields) this.#store.applyDefault(node, key)
    }
    this.#store.fillRows()
    if (prefill) this.prefill(prefill)
  }

  #readerOf(raw: (cell: FieldCell) => JsonValue | undefined): Reader {
    const context = this.#context
    return {
      model: this.model,
      get context() { return context.value },
      raw: pointer => {
        const cell = this.#cell(pointer)
        return cell && raw(cell)
      },
      rows: pointer => this.rowKeys(pointer),
      shows: (scope, row) => this.shows(scope, row),
    }
  }

  /** Forgets the answers and signals of a row. */
  #dropRow(node: RepeatNode, key: string): void {
    this.#rowStates.delete(`${node.pattern}/${key}`)
    for (const pointer of pointersIn(node, key)) {
      this.#store.forget(pointer)
      const cell = this.#fields.get(pointer)
      if (cell) this.#board.drop(cell)
      this.#fields.delete(pointer)
    }
    for (const byRow of this.#scopes.values()) byRow.delete(key)
  }

  /** For rules that speak on a page: a default on a later one that nobody has come to is not an answer yet. */
  #readerSoFar(page: string): Reader {
    const number = (id: string): number => this.definition.pages.findIndex(other => other.id === id)
    const isAhead = (cell: FieldCell): boolean => number(cell.node.page) > number(page) && cell.origin.value === 'default' && !cell.tried
    return this.#readersSoFar[page] ??= this.#readerOf(cell => (isAhead(cell) ? undefined : cell.raw.value))
  }

  #answerIssues(node: FieldNode, row: string | undefined, pointer: string, value: JsonValue | undefined): Issue[] {
    if (value === undefined) return node.definition.required ? [foundIssue(pointer, 'required')] : []
    return [
      ...validateValue(this.definition.schema, node.pattern, pointer, value),
      ...(this.#isAstray(node, row, value) ? [ruleIssue(pointer, 'communeNotInProvince')] : []),
      ...(isWithheld(this.#reader, node, row, value) ? [ruleIssue(pointer, 'optionNotOffered')] : []),
    ]
  }

  /** A commune that lies in another province than the one chosen beside it. What is not known is not wrong. */
  #isAstray({ definition: { provincePointer } }: FieldNode, row: string | undefined, commune: JsonValue): boolean {
    if (provincePointer === undefined || typeof commune !== 'string') return false
    const province = readPointer(this.#reader, provincePointer, row)
    const home = typeof province === 'string' ? this.#options.provinceOf?.(commune) : undefined
    return home !== undefined && home !== province
  }

  /** A form left open past midnight goes by the new day. */
  #keepTime(): void {
    const next = ruleContext(this.definition, this.#options)
    if (next.today !== this.#context.peek().today) this.#context.value = next
  }

  #cell(pointer: string): FieldCell | undefined {
    const known = this.#fields.get(pointer)
    if (known) return known
    const found = this.#store.locate(pointer)
    if (!found) return undefined
    const cell = new FieldCell(this, found.node, found.row, pointer, this.#store.value(pointer), this.#store.origin(pointer))
    this.#fields.set(pointer, cell)
    return cell
  }

  #scope(scope: Scope | undefined, row: string | undefined): ReadonlySignal<boolean> {
    if (!scope) return ALWAYS
    return perScope(this.#scopes, scope, row, () => computed(() => scopeHolds(this.#reader, scope, row)))
  }

  #convert(pointer: string, step: (keys: readonly string[], segment: string) => string | number): string | undefined {
    const inRow = this.#store.splitRow(pointer)
    if (!inRow) return pointer
    const next = step(this.#store.peekRows(inRow.repeat.pattern), inRow.row)
    return next === -1 ? undefined : `${inRow.repeat.pattern}/${next}${inRow.rest}`
  }
}

function rowCountIssues({ definition: { minRows, maxRows }, pattern }: RepeatNode, rows: number): Issue[] {
  const broken = rows < minRows ? ['minItems', minRows] as const : rows > maxRows ? ['maxItems', maxRows] as const : undefined
  return broken ? [foundIssue(pattern, broken[0], { params: { limit: broken[1] } })] : []
}
