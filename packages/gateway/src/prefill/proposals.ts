import type { WorkingCalendar } from '@motcua/core/calendar'
import { isJsonObject, pointerSegments, type JsonObject, type JsonValue } from '@motcua/core/json'
import { checkPlaces, checkRules, validateAnswers } from '@motcua/form-core/validate'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { CommuneDirectory } from '../definitions/communes.ts'
import { singleFields } from '../definitions/fields.ts'
import { isResidence, ownFields, type OwnFact, type OwnField } from './own-fields.ts'

/** Who may know answers, the best first; the order is that of the form engine. */
export const PREFILL_SOURCES = ['identity-provider', 'population-database', 'earlier-dossier'] as const
export type PrefillSource = (typeof PREFILL_SOURCES)[number]

/** An answer that the person may take over, or that stands because a source the definition trusts gave it. */
export interface Proposal {
  pointer: string
  value: JsonValue
  source: PrefillSource
  /** Day that the source says it of, `YYYY-MM-DD`; the identity provider says it of now. */
  asOf?: string
  /** The definition locks it for this source, and submission compares it again. */
  locked: boolean
  /** Answers with the same word are taken together or not at all: where somebody lives comes from one source. */
  together?: string
}

/** What one source knows of the person, in words of a form. */
export interface Known { source: PrefillSource; asOf?: string; answers: ReadonlyMap<OwnFact, JsonValue> }

export interface ProposeOptions { communes: CommuneDirectory; calendar: WorkingCalendar; now: () => Date }

/**
 * One proposal for each question about the person, from the best source whose answer the definition takes today. `known` is in
 * the order of preference. What the definition would refuse is left out: an earlier dossier may be of older rules.
 */
export function propose(definition: FormDefinition, known: readonly Known[], options: ProposeOptions): Proposal[] {
  const trial = new Trial(definition, options)
  const fields = ownFields(definition)
  const alone = fields.filter(({ fact }) => !isResidence(fact)).flatMap((field) => first(known, (source) => proposalsOf([field], source), trial))
  const owners = new Set(fields.map(({ owner }) => owner))
  const homes = [...owners].flatMap((owner) => {
    const home = fields.filter((field) => field.owner === owner && isResidence(field.fact))
    return first(known, (source) => proposalsOf(home, source, `${owner}/residence`), trial)
  })
  return [...alone, ...homes]
}

function first(known: readonly Known[], of: (source: Known) => Proposal[], trial: Trial): Proposal[] {
  for (const source of known) {
    const proposals = of(source)
    if (proposals.length > 0 && trial.takes(proposals)) return proposals
  }
  return []
}

function proposalsOf(fields: readonly OwnField[], { source, asOf, answers }: Known, together?: string): Proposal[] {
  return fields.flatMap(({ fact, field: { pointer, lockedBy } }) => {
    const value = answers.get(fact)
    if (value === undefined || value === '') return []
    const locked = lockedBy?.some((trusted) => trusted === source) ?? false
    return [{ pointer, value: typeof value === 'string' ? value.normalize('NFC') : value, source, locked, ...(asOf !== undefined && { asOf }), ...(together !== undefined && { together }) }]
  })
}

/** Answers that a definition takes so far; each that is tried is judged among them and the form's own defaults. */
class Trial {
  #answers: JsonObject = {}
  readonly #definition: FormDefinition
  readonly #options: ProposeOptions

  constructor(definition: FormDefinition, options: ProposeOptions) {
    this.#definition = definition
    this.#options = options
    for (const field of singleFields(definition)) if (field.default !== undefined) put(this.#answers, field.pointer, field.default)
  }

  takes(proposals: readonly Proposal[]): boolean {
    const answers = structuredClone(this.#answers)
    for (const { pointer, value } of proposals) put(answers, pointer, value)
    // An address that lacks its commune is no address; of a single answer nothing else can be missing.
    const places = new Set(proposals.flatMap(({ pointer, together }) => (together === undefined ? [pointer] : [pointer, together])))
    const isOurs = (at: string): boolean => [...places].some((place) => at === place || at.startsWith(`${place}/`))
    if (this.#issues(answers).some(({ pointer }) => isOurs(pointer))) return false
    this.#answers = answers
    return true
  }

  #issues(answers: JsonObject): Array<{ pointer: string }> {
    const { communes, calendar, now } = this.#options
    return [
      ...validateAnswers(this.#definition.schema, answers),
      ...checkRules(this.#definition, answers, { now, rules: { calendar } }).filter(({ severity }) => severity === 'error'),
      ...checkPlaces(this.#definition, answers, communes),
    ]
  }
}

/** Writes an answer at a JSON Pointer, with the objects on the way. */
function put(answers: JsonObject, pointer: string, value: JsonValue): void {
  const keys = pointerSegments(pointer)
  const last = keys.pop()
  let place = answers
  for (const key of keys) {
    const next = Object.hasOwn(place, key) ? place[key] : undefined
    place = isJsonObject(next) ? next : define(place, key, {})
  }
  if (last !== undefined) define(place, last, value)
}

/** Defines rather than assigns: a key such as `__proto__` stays an answer. */
function define<T extends JsonValue>(object: JsonObject, key: string, value: T): T {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
  return value
}
