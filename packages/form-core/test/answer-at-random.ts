import type { JsonObject, JsonValue } from '@motcua/core/json'
import { ruleDependencies } from '@motcua/core/rules'
import type { FormSource } from '@motcua/schemas/definition'
import { createForm } from '../src/index.ts'
import type { CreateFormOptions, FieldIssue, FieldState, Form, ItemState, RepeatState } from '../src/index.ts'
import { modelOf } from '../src/model/model.ts'
import { createValidator } from '../src/validate.ts'

/** Answers that were given before, by kind of field: what real dossiers look like. */
export type AnswerPool = ReadonlyMap<string, readonly JsonValue[]>

/** Where rows are `-` and where they are a key or an index, a pointer reads alike. */
const patternOf = (state: FieldState): string => state.definition.pointer
const NUMBERS: readonly JsonValue[] = [0, 1, 2, 3, 5, 10, 100, 1_000_000]
/** An old nine-digit identity card; no sample has one. */
const TEXTS: readonly JsonValue[] = ['024681357']
const REPAIRS = 100
/** Of a longer list of options only those that decide something are tried, and this many others. */
const FEW = 3

/** Collects the answers of samples by kind of field. */
export function answerPool(samples: ReadonlyArray<{ definition: FormSource; answers: JsonObject }>): AnswerPool {
  const pool = new Map<string, Set<JsonValue>>()
  for (const { definition, answers } of samples) {
    const form = createForm({ definition, initial: answers })
    for (const field of fieldsOf(form)) {
      const value = field.value.value
      if (value === undefined) continue
      const kind = pool.get(field.definition.field) ?? new Set()
      pool.set(field.definition.field, kind.add(value))
    }
  }
  return new Map([...pool].map(([kind, values]) => [kind, [...values]]))
}

/**
 * Fills in a form at random as somebody would who has nothing wrong in the end: answers what is on show, prefers options
 * that were chosen least, and answers again where a rule objects.
 */
export class RandomAnswerer {
  readonly #options: CreateFormOptions
  readonly #pool: AnswerPool
  readonly #random: () => number
  readonly #accepts: (pattern: string, value: JsonValue) => boolean
  readonly #chosen = new Map<string, number>()
  readonly #fitting = new Map<string, readonly JsonValue[]>()
  /** Texts that a condition or a rule compares with. */
  readonly #decisive: ReadonlySet<string>

  constructor({ pool, chance, ...options }: CreateFormOptions & { pool: AnswerPool; chance: () => number }) {
    this.#options = options
    this.#pool = pool
    this.#random = chance
    const { definition } = options
    this.#decisive = new Set(textsIn([...modelOf(definition).fields.values()].map((node) => node.definition.visibleWhen ?? null)).concat(textsIn(definition.rules.map(({ when, assert }) => [when ?? null, assert]))))
    const validator = createValidator(definition.schema)
    this.#accepts = (pattern, value) => validator.validateAt(pattern, value).length === 0
  }

  /** A form without a mistake, or nothing when none was found in time. */
  fill(): Form | undefined {
    const form = createForm(this.#options)
    const answered = new Set<string>()
    const rows = new Map<string, number>()
    for (let attempt = 0; attempt < REPAIRS; attempt += 1) {
      this.#answerAll(form, answered, rows)
      const issue = this.#pick(form.validateAll())
      if (issue === undefined) return form
      for (const field of this.#atFault(form, issue)) this.#answer(form, field, 'any')
    }
    return undefined
  }

  #answerAll(form: Form, answered: Set<string>, rows: Map<string, number>): void {
    for (let before = -1; before !== answered.size;) {
      before = answered.size
      for (const repeat of repeatsOf(form)) {
        const { minRows, maxRows } = repeat.definition
        const wanted = rows.get(repeat.pointer) ?? Math.min(maxRows, minRows + Math.floor(this.#random() * 3))
        rows.set(repeat.pointer, wanted)
        while (repeat.rows.value.length < wanted) repeat.add()
      }
      for (const field of fieldsOf(form)) {
        if (answered.has(field.pointer) || field.locked.value) continue
        answered.add(field.pointer)
        this.#answer(form, field, 'least chosen')
      }
    }
  }

  #answer(form: Form, field: FieldState, which: 'least chosen' | 'any'): void {
    const fitting = this.#valuesFor(field).filter((value) => field.options.value.length === 0 || [value].flat().every((one) => typeof one !== 'string' || field.options.value.some((option) => option.value === one)))
    const choices: ReadonlyArray<JsonValue | undefined> = field.definition.required ? fitting : [...fitting, undefined]
    const count = (value: JsonValue | undefined): number => this.#chosen.get(`${patternOf(field)} ${JSON.stringify(value)}`) ?? 0
    const least = Math.min(...choices.map(count))
    const value = this.#pick(which === 'any' ? choices : choices.filter((choice) => count(choice) === least))
    this.#chosen.set(`${patternOf(field)} ${JSON.stringify(value)}`, count(value) + 1)
    form.setValue(field.pointer, value)
  }

  /** Every value of the kind that the schema takes here. */
  #valuesFor(field: FieldState): readonly JsonValue[] {
    const pattern = patternOf(field)
    const known = this.#fitting.get(pattern)
    if (known) return known
    const { definition } = field
    const set = definition.optionSet === undefined ? undefined : this.#options.definition.optionSets[definition.optionSet]
    const values = set?.map(({ value }) => value)
    const offered = values && definition.field === 'checkboxes' ? [...values.map((value) => [value]), values] : values ?? this.#pool.get(definition.field) ?? []
    const strangers = set ? [] : [true, false, ...NUMBERS, ...TEXTS, ...[...this.#pool.values()].flat()]
    const taken = (values: readonly JsonValue[]): JsonValue[] => values.filter((value) => this.#accepts(pattern, value))
    const own = taken(offered)
    const fitting = set && own.length > 2 * FEW ? own.filter((value, index) => index < FEW || this.#decisive.has(String(value))) : own.length > 0 ? own : [...new Set(taken(strangers))]
    this.#fitting.set(pattern, fitting)
    return fitting
  }

  /** One answer that could make the issue go: its own field, or one that the broken rule reads. */
  #atFault(form: Form, issue: FieldIssue): FieldState[] {
    const rule = this.#options.definition.rules.find(({ id }) => id === issue.code)
    const read = rule ? [...ruleDependencies(rule.assert), ...rule.when === undefined ? [] : ruleDependencies(rule.when), rule.pointer] : [issue.pointer]
    const free = fieldsOf(form).filter((field) => !field.locked.value)
    const exactly = free.filter((field) => field.pointer === issue.pointer || read.includes(patternOf(field)))
    const near = exactly.length > 0 ? exactly : free.filter((field) => read.some((pointer) => patternOf(field).startsWith(`${pointer}/`)))
    const field = this.#pick(near) ?? this.#pick(free)
    return field ? [field] : []
  }

  #pick<T>(list: readonly T[]): T | undefined { return list[Math.floor(this.#random() * list.length)] }
}

export interface Coverage {
  /** Forms without a mistake; each meets a condition in a way that none before it did. */
  forms: Form[]
  /** Ways that no form met. */
  missing: string[]
}

/** Forms that together show and hide everything that a condition of the definition decides about, beyond what `already` does. */
export function coveringForms(options: ConstructorParameters<typeof RandomAnswerer>[0], { already = [], tries = 300 }: { already?: readonly Form[]; tries?: number } = {}): Coverage {
  const answerer = new RandomAnswerer(options)
  const missing = new Set(conditionsOf(options.definition))
  const isNew = (form: Form): boolean => [...conditionsMet(form)].filter((way) => missing.delete(way)).length > 0
  for (const form of already) isNew(form)
  const forms: Form[] = []
  for (let index = 0; index < tries && missing.size > 0; index += 1) {
    const form = answerer.fill()
    if (form && isNew(form)) forms.push(form)
  }
  return { forms, missing: [...missing] }
}

/** Conditions of a definition by the pointer they decide about, and which way they went. */
export function conditionsMet(form: Form): Set<string> {
  const model = modelOf(form.definition)
  const met = new Set<string>()
  const shown = new Map<string, FieldState[]>()
  for (const field of fieldsOf(form)) shown.set(patternOf(field), [...shown.get(patternOf(field)) ?? [], field])
  for (const { definition, pattern, repeat } of model.fields.values()) {
    if (definition.visibleWhen === undefined) continue
    const instances = repeat ? form.repeat(repeat.pattern).rows.value.length : 1
    const here = shown.get(pattern)?.length ?? 0
    if (here > 0) met.add(`${pattern} shown`)
    if (here < instances || instances === 0) met.add(`${pattern} hidden`)
  }
  return met
}

/** Every way each condition of a definition can go. */
export function conditionsOf(definition: FormSource): string[] {
  return [...modelOf(definition).fields.values()].filter((node) => node.definition.visibleWhen !== undefined).flatMap(({ pattern }) => [`${pattern} shown`, `${pattern} hidden`])
}

function textsIn(rule: JsonValue): string[] {
  if (typeof rule === 'string') return [rule]
  return typeof rule === 'object' && rule !== null ? Object.values(rule).flatMap(textsIn) : []
}

function fieldsOf(form: Form): FieldState[] {
  const inside = (items: readonly ItemState[]): FieldState[] => items.flatMap((item) => item.type === 'field' ? [item]
    : item.type === 'group' ? inside(item.items.value) : item.rows.value.flatMap((row) => inside(row.items.value)))
  return form.pages.value.flatMap((page) => inside(page.items.value))
}

function repeatsOf(form: Form): RepeatState[] {
  const inside = (items: readonly ItemState[]): RepeatState[] => items.flatMap((item) => item.type === 'repeat' ? [item] : item.type === 'group' ? inside(item.items.value) : [])
  return form.pages.value.flatMap((page) => inside(page.items.value))
}
