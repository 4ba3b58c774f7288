import type { Issue } from '@motcua/core/issue'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type {
  FieldDefinition, FormSource, GroupDefinition, Option, PageDefinition, RepeatDefinition,
} from '@motcua/schemas/definition'
import type { RuleKnowledge } from './rule-context.ts'
import type { ReadonlySignal, Signal } from '@preact/signals-core'

export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Who may know answers before they are typed, the best first. A card's QR code is not signed: it locks nothing. */
export const PREFILL_SOURCES = ['identity-provider', 'population-database', 'card-qr', 'earlier-dossier'] as const
export type PrefillSource = (typeof PREFILL_SOURCES)[number]

/** Where a value comes from. `typed` is the person at the form, `derived` a rule of the definition. */
export const PROVENANCES = ['typed', 'initial', 'default', ...PREFILL_SOURCES, 'derived'] as const
export type Provenance = (typeof PROVENANCES)[number]

/**
 * What one source knows about the applicant; fills the fields whose definition names the claim. A source locks only where
 * `lockedBy` names it: the gateway compares those answers with who is signed in, and with what it looked up for them itself.
 * It takes every other answer as the person's own word, whatever source the page named.
 */
export interface Prefill {
  source: PrefillSource
  claims: Partial<Record<NonNullable<FieldDefinition['prefill']>, JsonValue>>
  /** Day the facts are of, `YYYY-MM-DD`: of two earlier dossiers the later one counts. */
  on?: string
}

/** Who filled in an answer, as the person should be told. */
export interface FilledBy {
  source: PrefillSource
  on?: string
  /** What the person had typed there before the source locked it. */
  replaced?: JsonValue
}

/** An issue of the live form: `pointer` carries row keys (`/witnesses/r2/name`), as `form.field()` takes them. */
export interface FieldIssue extends Issue {
  /** Page to open so that the person reaches the field; absent when no page has it. */
  page?: string
}

/** One question as it stands now. Every signal changes only when its own answer or one it depends on does. */
export interface FieldState {
  readonly type: 'field'
  /** With row keys: `/witnesses/r2/name`. */
  readonly pointer: string
  readonly definition: FieldDefinition
  /** Kept while the field is hidden; `undefined` = not answered or cleared. */
  readonly value: ReadonlySignal<JsonValue | undefined>
  readonly visible: ReadonlySignal<boolean>
  readonly required: ReadonlySignal<boolean>
  /** May not be edited: it came from a source that locks it, or it is derived. */
  readonly locked: ReadonlySignal<boolean>
  readonly provenance: ReadonlySignal<Provenance | undefined>
  /** The source of a prefilled answer, until the person changes it. */
  readonly filledBy: ReadonlySignal<FilledBy | undefined>
  /** What may be chosen now, in the set's order; empty for a field without an option set. */
  readonly options: ReadonlySignal<readonly Option[]>
  /** Empty until the person has tried (blur, page left, server answer), and while hidden. Errors and warnings. */
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
}

/** Fields under one legend. */
export interface GroupState {
  readonly type: 'group'
  readonly id: string
  readonly definition: GroupDefinition
  /** Visible items only. */
  readonly items: ReadonlySignal<readonly ItemState[]>
}

/** One row of a repeating group. `key` is stable for its life; never use the index as identity. */
export interface RowState {
  readonly key: string
  /** `/witnesses/r2` */
  readonly pointer: string
  /** Visible items only. */
  readonly items: ReadonlySignal<readonly ItemState[]>
}

/** A row that was removed: the key it had, and the index it stood at. */
export interface RemovedRow { readonly key: string; readonly index: number }

/** Repeating group. */
export interface RepeatState {
  readonly type: 'repeat'
  readonly pointer: string
  readonly definition: RepeatDefinition
  readonly rows: ReadonlySignal<readonly RowState[]>
  readonly visible: ReadonlySignal<boolean>
  readonly canAdd: ReadonlySignal<boolean>
  readonly canRemove: ReadonlySignal<boolean>
  /** The row removed last, as long as it may come back: not into a full list, and not once a draft has been restored. */
  readonly removed: ReadonlySignal<RemovedRow | undefined>
  /** Issues of the group itself, such as too few rows. */
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
  /** Adds a row at the end with its defaults and returns it. Throws {@link RowLimitError} at `maxRows`. */
  add(): RowState
  /** Removes the row with its answers; no payload and no draft has them. Throws {@link RowLimitError} at `minRows`. */
  remove(key: string): void
  /** Puts {@link removed} back where it stood, with key, answers and errors on show, and returns it. What the server had said of it is gone. */
  undoRemove(): RowState | undefined
  /** Moves the row to a new index; its key, answers and errors go with it. */
  move(key: string, toIndex: number): void
}

export type ItemState = FieldState | GroupState | RepeatState

/** A page with something visible on it. The object is the same for the life of the form. */
export interface PageState {
  readonly id: string
  readonly definition: PageDefinition
  /** Visible items only. */
  readonly items: ReadonlySignal<readonly ItemState[]>
}

/** Names the version of a definition that answers belong to. */
export interface DefinitionVersion { slug: string; effectiveFrom: string }

/** Everything a draft must remember, as JSON. Pointers carry row keys. */
export interface FormSnapshot {
  formatVersion: 1
  definition: DefinitionVersion
  /** Hidden answers included. */
  values: Record<string, JsonValue>
  /** Row keys in order, by pointer of the repeating group. */
  rows: Record<string, string[]>
  /** Fields the person emptied: a default never comes back there. */
  cleared: string[]
  provenance: Record<string, Provenance>
  /** Day of the source, by pointer, where one is known. */
  filledOn?: Record<string, string>
}

/** What `project()` needs: a snapshot will do. */
export type FormAnswers = Pick<FormSnapshot, 'values' | 'rows'>

export interface CreateFormOptions {
  definition: FormSource
  /** @default 'vi' */
  locale?: Locale
  /** Clock for rules that compare with today. @default () => new Date() */
  now?: () => Date
  /** Answers to begin with, as a payload. Unknown keys are ignored. */
  initial?: JsonObject
  /** What is known already, from one source or several; their order does not matter. */
  prefill?: Prefill | readonly Prefill[]
  /** Calendar and named sets for rules that use them. The definition's option sets are known by their names. */
  rules?: RuleKnowledge
  /**
   * Province code of a commune code; `undefined` = not known (yet). A commune outside the province chosen beside it then
   * has the issue `communeNotInProvince` until either answer changes. Signals it reads are followed.
   */
  provinceOf?: (communeCode: string) => string | undefined
  /** Gives the next row key candidate. @default a counter: r1, r2 … */
  random?: () => string
}

export interface SetValueOptions {
  /** @default 'typed' */
  provenance?: Provenance
  /** Day that a prefill source says it of, `YYYY-MM-DD`. */
  on?: string
}

/** Headless form: answers, what is visible, what is wrong, and the payload. */
export interface Form {
  readonly definition: FormSource
  readonly locale: Signal<Locale>
  /** Pages with at least one visible item, in order. */
  readonly pages: ReadonlySignal<readonly PageState[]>
  /** Errors on show, in page order; warnings stay beside their field. */
  readonly issues: ReadonlySignal<readonly FieldIssue[]>
  /** True after an edit until `markSaved()` or `restore()`. */
  readonly dirty: ReadonlySignal<boolean>
  /** Throws {@link UnknownPointerError}. The same object for the life of the field or row. */
  field(pointer: string): FieldState
  repeat(pointer: string): RepeatState
  /** Strings are NFC-normalised; `''`, `[]` and `undefined` clear. The same answer again is no edit. Throws {@link FieldLockedError}. */
  setValue(pointer: string, value: JsonValue | undefined, options?: SetValueOptions): void
  clear(pointer: string): void
  /** Call on blur: the field's errors show from now on. */
  touch(pointer: string): void
  /**
   * Marks the page's visible fields as tried and returns what is wrong on it. An empty list lets the person go on. Of a page
   * that is hidden, or is none, there is nothing to say: take ids from `pages`.
   */
  validatePage(pageId: string): FieldIssue[]
  validateAll(): FieldIssue[]
  /**
   * Replaces the server's issues. Pointers are those of the payload (row indexes). What clears with an edit bars the way until
   * the answer, or for a list, row or block any answer in it, is another one; where nobody can edit (`locked`), until the next
   * try. Returns what no visible field can show, and what is said of the whole (`''`).
   */
  applyServerIssues(issues: readonly Issue[]): Issue[]
  /**
   * Replaces what a check of the caller's own found at a field. Shown at once, gone with the next edit; warnings do not
   * block. `startChecks` of ./checks does it for asynchronous checks.
   */
  applyFindings(pointer: string, issues: readonly Issue[]): void
  /**
   * Fills fields from what is known of the applicant, for example after signing in half-way. The better source wins, in
   * whatever order they come; what the person typed or emptied stays, unless the definition locks the field for the source:
   * then `FieldState.filledBy` names what was replaced.
   */
  prefill(prefills: Prefill | readonly Prefill[]): void
  /** The payload: visible answers only. */
  project(): JsonObject
  /** `/witnesses/r2/name` → `/witnesses/1/name`; `undefined` when the row is gone. */
  payloadPointer(pointer: string): string | undefined
  /** `/witnesses/1/name` → `/witnesses/r2/name`; `undefined` when there is no such row. */
  fieldPointer(payloadPointer: string): string | undefined
  snapshot(): FormSnapshot
  /** Locked answers of the signed-in person win over the snapshot's. Throws {@link SnapshotError} for another version: migrate first. */
  restore(snapshot: FormSnapshot): void
  markSaved(): void
}
