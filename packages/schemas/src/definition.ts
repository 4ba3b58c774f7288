import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { Rule } from '@motcua/core/rules'

/** How sure we are of a fact: read in an official text, put together from neighbouring sources, or not established. */
export const CONFIDENCES = ['CONFIRMED', 'INFERRED', 'UNKNOWN'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Where a fact comes from. Every figure, paper and rule of law in the data carries one. */
export interface Provenance {
  /** Act and article, or the page it was read on. */
  source: string
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  checkedOn: string
  confidence: Confidence
}

/** Text for people: Vietnamese always, English beside it. */
export interface LocalizedText { vi: string; en: string }

/** How filing may end: handed off to the one right place, submitted to a gateway, or prepared and then brought in person. */
export const ENDINGS = ['hand-off', 'submit', 'book-and-appear'] as const
export type Ending = (typeof ENDINGS)[number]

export const CHANNELS = ['online', 'direct', 'post'] as const
export type Channel = (typeof CHANNELS)[number]

/** Bodies of the commune that a request may be addressed to. */
export const RECEIVING_BODIES = ['commune-people-committee', 'commune-police', 'commune-business-registration'] as const
export type ReceivingBody = (typeof RECEIVING_BODIES)[number]

/** Official form (tờ khai, mẫu đơn) that the answers stand for on paper; it has a name, a number or both. */
export interface DeclarationForm extends Provenance {
  name?: LocalizedText
  /** Number of the form (mẫu) without that word: `CT01`. */
  code?: string
}

/** Time limit (thời hạn giải quyết). `sameDay` has value 0 and follows the cut-off hour. */
export interface TimeLimit extends Provenance {
  id: string
  value: number
  unit: 'workingDay' | 'day' | 'sameDay'
  /** `HH:mm`, Asia/Ho_Chi_Minh: received later means the next working day. */
  cutOff?: string
  text: LocalizedText
  /** Which case it applies to; absent = the ordinary one. */
  appliesWhen?: Rule
}

/** Fee (phí) or charge (lệ phí). Amounts are integer đồng and computed by a rule over the answers. */
export interface FeeRule extends Provenance {
  id: string
  kind: 'phi' | 'lePhi'
  name: LocalizedText
  /** Rule giving integer đồng, or null when the amount is set by the province and must come from its configuration. */
  amountVnd: Rule | null
  /** Name of the provincial parameter when `amountVnd` is null. */
  parameter?: string
  appliesWhen?: Rule
  exemptions?: Array<Provenance & { id: string; name: LocalizedText; appliesWhen?: Rule }>
  /** Other readings of the same tariff, each with its source: the operator says which one its desk follows. */
  readings?: Array<Provenance & { id: string; name: LocalizedText; amountVnd: Rule }>
}

/** One paper of the procedure's closed list (thành phần hồ sơ). Nothing outside this list may be asked for. */
export interface RequiredDocument extends Provenance {
  id: string
  name: LocalizedText
  hint?: LocalizedText
  /** Rule over the answers; absent = always asked for. */
  requiredWhen?: Rule
  /** `lookup` papers may be asked for only after the look-up has failed. */
  need: 'required' | 'optional' | 'lookup' | 'present-only'
  sources: Array<'upload' | 'repository' | 'database'>
  mediaTypes: string[]
  maxBytes: number
  maxFiles: number
}

/** One way a person or an office may ask (đối tượng thực hiện). */
export interface Eligibility extends Provenance { text: LocalizedText }
export interface LegalBasis extends Provenance { citation: string; title?: string }
export interface ProcedureResult extends Provenance { id: string; name: LocalizedText; form: Array<'paper' | 'electronic'> }
export interface CodeAlias extends Provenance { code: string; from: string; to: string | null }

/** Administrative procedure (thủ tục hành chính) as dated data: `schemas/procedures/<slug>/<effectiveFrom>/procedure.json`. */
export interface Procedure {
  slug: string
  /** First and last calendar day (inclusive) on which this version may be filed; null = open. */
  effectiveFrom: string
  effectiveTo: string | null
  /** Shown when `effectiveTo` has passed and nothing newer stands here. */
  successor?: 'not-yet-published' | string
  /** `incomplete` versions are a slice: they say so on the page and only allow hand-off. */
  completeness: 'complete' | 'incomplete'
  codes: CodeAlias[]
  name: LocalizedText
  summary: LocalizedText
  sector: LocalizedText
  endings: Array<Provenance & { kind: Ending }>
  channels: Array<Provenance & { kind: Channel; text: LocalizedText }>
  /** The one right place to file by hand-off. UNKNOWN deep links stay a template of the portal's front page. */
  handOff: Provenance & { url: string; text: LocalizedText }
  /** Whom the request is addressed to; absent = the people's committee of the commune. */
  receivedBy?: Provenance & { body: ReceivingBody }
  /** Absent = not established: the print then bears the name of the procedure. */
  declarationForm?: DeclarationForm
  eligibility: Eligibility[]
  timeLimits: TimeLimit[]
  fees: FeeRule[]
  documents: RequiredDocument[]
  results: ProcedureResult[]
  legalBases: LegalBasis[]
  /** Most supplement requests an officer may make (guide once, fully, in writing). */
  supplementPolicy: Provenance & { maxRequests: number }
}

/** Field kinds the engine and the elements know. Each is one registry entry in `eforms`. */
export const FIELD_KINDS = [
  'text', 'long-text', 'person-name', 'personal-id', 'phone', 'email', 'date', 'partial-date', 'integer',
  'select', 'radio', 'checkbox', 'province', 'commune',
  'number', 'money', 'time', 'yes-no', 'checkboxes', 'search-select', 'read-only', 'consent',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One question: a leaf of the payload. Labels, hints and messages come from the locale under the same pointer. */
export interface FieldDefinition {
  type: 'field'
  /** JSON Pointer of the value in the payload; inside a repeating group relative rows are written `-`: `/witnesses/-/name`. */
  pointer: string
  field: FieldKind
  /** True when an answer must be given whenever the field is shown, be it always or under a condition. */
  required: boolean
  /** Derived by the generator from the schema's conditionals. Absent = always shown. */
  visibleWhen?: Rule
  /** Name in {@link FormDefinition.optionSets}. Provinces and communes have none: they come from the list of places. */
  optionSet?: string
  /** Values of the set that this field does not take, and so does not offer. */
  except?: string[]
  /** Options of the set that are offered only while a condition holds; unknown counts as not. */
  optionsWhen?: Array<{ values: string[]; when: Rule }>
  /** HTML autocomplete token list, `inputmode`, and width in characters. */
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  widthChars?: number
  /** The printed declaration repeats this date or amount in words: derived there, never asked. */
  inWords?: true
  /** The printed declaration writes this name in capitals (viết chữ in hoa); the answer keeps its own. */
  inCapitals?: true
  /** Prefill sources that lock the field: only such as the server asked itself and compares again, since a page may claim any source. */
  lockedBy?: Array<'identity-provider' | 'population-database'>
  /** Which claim of the prefill record fills it. */
  prefill?: 'fullName' | 'birthDate' | 'personalId' | 'phone' | 'email' | 'sex'
  /** For `commune`: pointer of the province field that narrows it. */
  provincePointer?: string
  /** Applied once, at creation. */
  default?: JsonValue
  /** For `read-only`: shown beside the questions but no part of the payload. */
  shownOnly?: true
}

/** Fields under one legend (`fieldset`). Composite blocks (person, address) are expanded into groups by the generator. */
export interface GroupDefinition {
  type: 'group'
  /** Locale key of the legend. */
  id: string
  visibleWhen?: Rule
  items: Array<FieldDefinition | GroupDefinition>
}

/** Repeating group: an array in the payload. */
export interface RepeatDefinition {
  type: 'repeat'
  pointer: string
  visibleWhen?: Rule
  minRows: number
  maxRows: number
  items: Array<FieldDefinition | GroupDefinition>
}

export type ItemDefinition = FieldDefinition | GroupDefinition | RepeatDefinition

/** One page of the form. The documents page and the check-answers page follow the pages by themselves. */
export interface PageDefinition {
  id: string
  items: ItemDefinition[]
}

/** Cross-field rule: an issue arises when `when` holds (or is absent) and `assert` is false. Unknown never fails. */
export interface CrossFieldRule extends Provenance {
  id: string
  pointer: string
  severity: 'error' | 'warning'
  when?: Rule
  assert: Rule
}

/** A value computed from other answers, never typed. */
export interface Derivation { pointer: string; value: Rule; when?: Rule }

export interface Option {
  value: string
  code?: string
  label: LocalizedText
  /** Other names in Vietnamese that people look for it by; never shown. Those that the label holds already are left out. */
  alsoCalled?: string[]
}

/** Words of one question. Text, never markup. */
export interface FieldWords {
  label: string
  /** How the printed declaration words it, where the label speaks to the reader: a paper form does not. */
  onPaper?: string
  hint?: string
  /** For `consent`: the whole of what is agreed to, behind a disclosure. Paragraphs are lines. */
  details?: string
  /** By issue code. */
  messages?: Record<string, string>
}

/** Words of one form in one language. Keys are pointers (`/requester/fullName`, rows as `-`), page ids, group ids. */
export interface LocaleBundle {
  pages: Record<string, { title: string; intro?: string }>
  groups: Record<string, { legend: string; hint?: string }>
  /** Of a repeating group only the label: what messages about the list as such call it. */
  fields: Record<string, FieldWords>
  rules: Record<string, string>
}

/** JSON Schema 2020-12 within our profile, all references local (`#/$defs/…`). */
export type JsonSchema = JsonObject | boolean

/**
 * What a form is made of: a procedure's form, or a block of the vocabulary on its own (`@motcua/schemas/blocks`). The
 * engine needs no more.
 */
export interface FormSource {
  formatVersion: 1
  /** Names the version that answers belong to. */
  procedure: Pick<Procedure, 'slug' | 'effectiveFrom'>
  schema: JsonSchema
  pages: PageDefinition[]
  rules: CrossFieldRule[]
  derivations: Derivation[]
  optionSets: Record<string, Option[]>
  locales: Record<'vi' | 'en', LocaleBundle>
}

/**
 * Everything a browser or a gateway needs for one version of one procedure: generated, content-addressed by the
 * SHA-256 of its served bytes, never edited. It is served in parts (`./served`).
 */
export interface FormDefinition extends FormSource { procedure: Procedure }

/** One line of the short-lived index that names the current definitions (`/definitions/index.json`). */
export interface DefinitionIndexEntry {
  slug: string
  /** Where they come from stands in the procedure. */
  codes: Array<Pick<CodeAlias, 'code' | 'from' | 'to'>>
  effectiveFrom: string
  effectiveTo: string | null
  /** As in the procedure: what follows after `effectiveTo`. */
  successor?: Procedure['successor']
  name: LocalizedText
  completeness: Procedure['completeness']
  endings: Ending[]
  /** Hex SHA-256 of the bytes of the definition's main file, which names its parts by theirs. */
  sha256: string
  /** Relative to the index: `<slug>/<effectiveFrom>/<sha256>.json`. */
  path: string
  /** Hex SHA-256 of the parts that its first page needs, so that they are fetched beside the main file. That file decides what is used. */
  firstParts?: string[]
}
