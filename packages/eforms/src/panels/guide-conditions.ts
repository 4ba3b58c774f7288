import { evaluateRule, isUnknown, ruleDependencies } from '@motcua/core/rules'
import type { Rule, RuleContext } from '@motcua/core/rules'
import type { GuideField } from './guide-fields.ts'

/** What a condition comes to, as far as the answers go. */
export interface Decision {
  /** `undefined`: not decided. */
  readonly value: boolean | undefined
  /** Keys of what would have to be known; empty and undecided means that nothing the person says can decide it. */
  readonly open: ReadonlySet<string>
}

/** Answers to the questions that were asked, by their keys: a pointer, or {@link ageKey}. */
export type GuideAnswers = ReadonlyMap<string, string>

/** Of a date only an age is asked for: `/child/birthDate≥9`. */
export function ageKey(pointer: string, years: number): string { return `${pointer}≥${years}` }

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Decides conditions of a procedure over a few answers. Unlike the rules of a filled form, an answer that was not given may
 * still come to be: a condition stays open as long as it could turn out either way, even where the rule has a value for a
 * missing answer. A question that the answers rule out counts as never asked.
 */
export class GuideConditions {
  readonly #fields: ReadonlyMap<string, GuideField>
  readonly #answers: GuideAnswers
  readonly #context: RuleContext

  constructor(fields: ReadonlyMap<string, GuideField>, answers: GuideAnswers, context: RuleContext) {
    this.#fields = fields
    this.#answers = answers
    this.#context = context
  }

  /** No condition always holds. */
  decide(rule: Rule | undefined): Decision {
    if (rule === undefined) return { value: true, open: NOTHING }
    const [operator, operands] = partsOf(rule)
    if (operator === 'and' || operator === 'or') return this.#together(operands, operator === 'or')
    if (operator === '!') return opposite(this.decide(operands[0] ?? null))
    const age = ageAsked(rule)
    return age ? this.#age(age.pointer, age.years, rule) : this.#atom(rule)
  }

  /** Whether the question at a pointer is asked at all; one that is no question of the form may be anything. */
  isAsked(pointer: string): Decision {
    return this.#together(this.#fields.get(pointer)?.visibleWhen ?? [], false)
  }

  /** Kleene: one value that decides is enough; otherwise what is open in any of them is open. */
  #together(rules: readonly Rule[], decisive: boolean): Decision {
    const decisions = rules.map((rule) => this.decide(rule))
    if (decisions.some(({ value }) => value === decisive)) return { value: decisive, open: NOTHING }
    const undecided = decisions.filter(({ value }) => value === undefined)
    return undecided.length === 0 ? { value: !decisive, open: NOTHING } : { value: undefined, open: new Set(undecided.flatMap(({ open }) => [...open])) }
  }

  #atom(rule: Rule): Decision {
    const open = new Set(ruleDependencies(rule).flatMap((pointer) => [...this.#openAt(pointer, pointer)]))
    return open.size > 0 ? { value: undefined, open } : this.#evaluate(rule)
  }

  #age(pointer: string, years: number, rule: Rule): Decision {
    for (const [key, answer] of this.#answers) {
      const [of, than] = key.split('≥')
      // Who is 18 is 9; who is not 9 is not 18.
      if (of === pointer && (answer === 'yes' ? Number(than) >= years : Number(than) <= years)) return { value: answer === 'yes', open: NOTHING }
    }
    const open = this.#openAt(pointer, ageKey(pointer, years))
    return open.size > 0 ? { value: undefined, open } : this.#evaluate(rule)
  }

  /** What keeps the answer at a pointer from being known. */
  #openAt(pointer: string, key: string): ReadonlySet<string> {
    if (this.#answers.has(key)) return NOTHING
    const asked = this.isAsked(pointer)
    if (asked.value === undefined) return asked.open.size > 0 ? asked.open : NOTHING
    return asked.value ? new Set([key]) : NOTHING
  }

  /** As the form's own answer would be. */
  #answerAt(pointer: string): string | boolean | undefined {
    const answer = this.#answers.get(pointer)
    return answer !== undefined && this.#fields.get(pointer)?.field?.field === 'yes-no' ? answer === 'true' : answer
  }

  #evaluate(rule: Rule): Decision {
    const value = evaluateRule(rule, (pointer) => this.#answerAt(pointer), this.#context)
    return { value: isUnknown(value) || typeof value !== 'boolean' ? undefined : value, open: NOTHING }
  }
}

/** Operator and operands of a rule; no operator for a plain value. */
export function partsOf(rule: Rule): [operator: string, operands: readonly Rule[]] {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return ['', []]
  const [[operator, written] = ['', []]] = Object.entries(rule)
  return [operator, Array.isArray(written) ? written : [written ?? null]]
}

/** “At least so many years old today”, of the date at a pointer. */
export function ageAsked(rule: Rule): { pointer: string; years: number } | undefined {
  const [operator, [date = null, , years]] = partsOf(rule)
  const pointer = pointerOf(date)
  return operator === 'ageAtLeast' && pointer !== undefined && typeof years === 'number' ? { pointer, years } : undefined
}

/** The pointer of a `var`, whatever it falls back to. */
export function pointerOf(rule: Rule): string | undefined {
  const [operator, [pointer]] = partsOf(rule)
  return operator === 'var' && typeof pointer === 'string' ? pointer : undefined
}

function opposite({ value, open }: Decision): Decision { return { value: value === undefined ? undefined : !value, open } }
