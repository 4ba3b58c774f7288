import type { Rule, RuleContext } from '@motcua/core/rules'
import type { FeeRule, FormDefinition, Option, Procedure, RequiredDocument, TimeLimit } from '@motcua/schemas/definition'
import { ageKey, GuideConditions } from './guide-conditions.ts'
import type { Decision, GuideAnswers } from './guide-conditions.ts'
import { guideFields, YES_NO } from './guide-fields.ts'
import type { GuideField } from './guide-fields.ts'

/** A question of the form that changes what a person needs. */
export interface GuideQuestion {
  key: string
  pointer: string
  /** Of a date only whether somebody is so old is asked. */
  years?: number
  /** Empty for an age: yes or no. */
  options: readonly Option[]
  answer: string | undefined
}

/** `maybe`: it depends on something that was not asked or not answered. */
export interface Applying<T> { fact: T; applies: 'yes' | 'maybe' }

/** What a person needs, for the answers given. */
export interface GuideNeeds {
  questions: readonly GuideQuestion[]
  documents: ReadonlyArray<Applying<RequiredDocument>>
  /** Papers of the list that these answers rule out. */
  spared: readonly RequiredDocument[]
  fees: ReadonlyArray<Applying<FeeRule>>
  timeLimits: ReadonlyArray<Applying<TimeLimit>>
}

/** With more to choose from it would be no short question. */
const MOST_OPTIONS = 20

/**
 * The few questions on which papers, fees and times depend, in the order of the form, and what comes of the answers. Only
 * questions that can be answered by choosing; one that the answers so far leave without consequence is not asked. What no
 * question settles stays `maybe`, with its condition.
 *
 * @example
 * guideNeeds(definition, new Map([['/capacity', 'self']]), { today: '2026-11-22' }).documents // []
 */
export function guideNeeds(definition: FormDefinition, answers: GuideAnswers, context: RuleContext): GuideNeeds {
  const { documents, fees, timeLimits } = definition.procedure
  const fields = guideFields(definition)
  const conditions = conditionsOf(definition.procedure)
  const used = new Map<string, string>()
  const decided = new GuideConditions(fields, used, context)
  const asking = { definition, fields, decided }
  const questions: GuideQuestion[] = []
  for (;;) {
    const open = new Set(conditions.flatMap((rule) => choicesFirst(decided.decide(rule).open)))
    for (const { key } of questions) open.delete(key)
    const isAgeAsked = questions.some(({ years, answer }) => years !== undefined && answer === undefined)
    const next = nextQuestion([...open].flatMap((key) => questionAt(key, asking)).filter(({ years }) => years === undefined || !isAgeAsked), answers, fields)
    if (!next) break
    const given = answers.get(next.key)
    const answer = next.years === undefined ? next.options.find(({ value }) => value === given)?.value : given
    questions.push({ ...next, answer })
    if (answer !== undefined) used.set(next.key, answer)
  }
  questions.sort((a, b) => rankOf(a, fields) - rankOf(b, fields))
  const applying = <T>(facts: readonly T[], ruleOf: (fact: T) => Decision): Array<Applying<T>> => facts.flatMap((fact) => {
    const { value, open } = ruleOf(fact)
    return value === true || open.size > 0 ? [{ fact, applies: value === true ? 'yes' : 'maybe' }] : []
  })
  const wanted = applying(documents, ({ requiredWhen }) => decided.decide(requiredWhen))
  return {
    questions, documents: wanted, spared: documents.filter((document) => !wanted.some(({ fact }) => fact === document)),
    fees: applying(fees, ({ appliesWhen }) => decided.decide(appliesWhen)),
    timeLimits: withoutOrdinary(applying(timeLimits, ({ appliesWhen }) => decided.decide(appliesWhen))),
  }
}

/** On what it depends whether a paper is needed, and whether a fee or a time applies. */
function conditionsOf({ documents, fees, timeLimits }: Procedure): Rule[] {
  return [...documents.map(({ requiredWhen }) => requiredWhen), ...[...fees, ...timeLimits].map(({ appliesWhen }) => appliesWhen)].filter((rule) => rule !== undefined)
}

/** Whether one of them counts working days. */
export function asksForCalendar(procedure: Procedure): boolean { return /"(workingDaysBetween|onOrNextWorkingDay)":/.test(JSON.stringify(conditionsOf(procedure))) }

/** A limit for a case that is certain stands instead of the ordinary one, as the gateway computes it. */
function withoutOrdinary(limits: ReadonlyArray<Applying<TimeLimit>>): ReadonlyArray<Applying<TimeLimit>> {
  const special = limits.filter(({ fact, applies }) => fact.appliesWhen !== undefined && applies === 'yes')
  return special.length > 0 ? special : limits
}

interface Asking { definition: FormDefinition; fields: ReadonlyMap<string, GuideField>; decided: GuideConditions }

type Asked = Omit<GuideQuestion, 'answer'>

/** Choices often make an age needless. */
function choicesFirst(open: ReadonlySet<string>): readonly string[] {
  const choices = [...open].filter((key) => !key.includes('≥'))
  return choices.length > 0 ? choices : [...open]
}

/** What was answered first comes first: no later answer takes an earlier question away, and with it what it had settled. */
function nextQuestion(open: readonly Asked[], answers: GuideAnswers, fields: ReadonlyMap<string, GuideField>): Asked | undefined {
  for (const key of answers.keys()) {
    const answered = open.find((question) => question.key === key)
    if (answered) return answered
  }
  return [...open].sort((a, b) => rankOf(a, fields) - rankOf(b, fields))[0]
}

/** In the order of the form; ages, of which one is asked at a time, at the end. */
function rankOf({ pointer, years = 0 }: Asked, fields: ReadonlyMap<string, GuideField>): number { return (fields.get(pointer)?.order ?? 0) + years * fields.size }

/** None for what is not asked yet, or cannot be answered by choosing. */
function questionAt(key: string, { definition, fields, decided }: Asking): Asked[] {
  const [pointer = '', years] = key.split('≥')
  const { field, isInRow } = fields.get(pointer) ?? {}
  if (!field || isInRow || decided.isAsked(pointer).value !== true) return []
  if (years !== undefined) return [{ key: ageKey(pointer, Number(years)), pointer, years: Number(years), options: [] }]
  if (field.field === 'yes-no') return [{ key, pointer, options: YES_NO }]
  const offered = (definition.optionSets[field.optionSet ?? ''] ?? []).filter(({ value }) => (
    !field.except?.includes(value) && !field.optionsWhen?.some(({ values, when }) => values.includes(value) && decided.decide(when).value === false)
  ))
  return offered.length >= 2 && offered.length <= MOST_OPTIONS ? [{ key, pointer, options: offered }] : []
}
