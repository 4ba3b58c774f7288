import type { Rule } from '@motcua/core/rules'
import type { FormDefinition, LocaleBundle } from '@motcua/schemas/definition'
import { labelsOf } from '../locales/form-words.ts'
import { localeOf } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import { ageAsked, partsOf, pointerOf } from './guide-conditions.ts'
import { guideFields, YES_NO } from './guide-fields.ts'
import type { GuideField } from './guide-fields.ts'

/** Says questions and conditions of a definition in the words of its form. */
export class GuideWords {
  readonly #definition: FormDefinition
  readonly #words: Words
  readonly #labels: Pick<LocaleBundle, 'fields' | 'groups' | 'pages'>
  readonly #fields: ReadonlyMap<string, GuideField>

  constructor(definition: FormDefinition, words: Words) {
    this.#definition = definition
    this.#words = words
    this.#labels = labelsOf(definition, words)
    this.#fields = guideFields(definition)
  }

  /** The question at a pointer as the form asks it. */
  label(pointer: string): string { return this.#labels.fields[pointer]?.label ?? '' }

  /** What it stands under in the form, where the question alone does not say of whom or of what. */
  context(pointer: string): string {
    const label = this.label(pointer)
    const titles = [...this.#fields.get(pointer)?.within ?? []].reverse().map((id) => this.#labels.groups[id]?.legend ?? this.#labels.pages[id]?.title)
    const title = titles.find((text) => text !== undefined && text !== label) ?? ''
    return label.endsWith('?') && !this.#isAsTwice(label) ? '' : title
  }

  /** Its own hint, if it has one. */
  hint(pointer: string): string { return this.#labels.fields[pointer]?.hint ?? '' }

  /** A condition in words, from question and answer; empty for one that has none short enough to be understood. */
  condition(rule: Rule): string {
    const age = ageAsked(rule)
    if (age) return this.#words('guideAge', { who: this.who(age.pointer), years: age.years })
    const [operator, operands] = partsOf(rule)
    const [first = null, second = null] = operands
    switch (operator) {
      case 'and': case 'or': return this.#joined(operands.map((operand) => this.condition(operand)), operator)
      case '!': return this.#negated(first)
      case '==': case '!=': return this.#answer(first, [second], operator === '==' ? 'guideAnswer' : 'guideOtherAnswer')
      case 'in': return Array.isArray(second) ? this.#answer(first, second, 'guideAnswer') : ''
      case 'some': return this.condition(within(second, pointerOf(first) ?? ''))
      default: return ''
    }
  }

  /** Whose age it is, as the form's headings name them. */
  who(pointer: string): string { return this.context(pointer) || this.label(pointer) }

  #negated(rule: Rule): string {
    const age = ageAsked(rule)
    return age ? this.#words('guideYounger', { who: this.who(age.pointer), years: age.years }) : ''
  }

  #joined(parts: readonly string[], operator: 'and' | 'or'): string {
    const said = [...new Set(parts)]
    if (said.includes('')) return ''
    return said.reduce((first, second) => this.#words(operator === 'and' ? 'guideBoth' : 'guideEither', { first, second }))
  }

  #answer(variable: Rule, values: readonly Rule[], key: 'guideAnswer' | 'guideOtherAnswer'): string {
    const pointer = pointerOf(variable)
    const { field } = this.#fields.get(pointer ?? '') ?? {}
    if (pointer === undefined || !field) return ''
    const options = field.field === 'yes-no' ? YES_NO : this.#definition.optionSets[field.optionSet ?? ''] ?? []
    const names = values.map((value) => options.find((option) => option.value === String(value))).map((option) => (option ? `“${this.#words.text(option.label)}”` : ''))
    if (names.includes('')) return ''
    const context = this.context(pointer)
    const list = new Intl.ListFormat(localeOf(this.#words.tag), { type: 'disjunction' }).format(names)
    return this.#words(key, { question: `“${context ? `${context} – ${this.label(pointer)}` : this.label(pointer)}”`, answer: list })
  }

  /** Two questions that conditions ask may be worded alike: of the bride and of the groom. */
  #isAsTwice(label: string): boolean {
    let count = 0
    for (const { label: other } of Object.values(this.#labels.fields)) if (other === label) count += 1
    return count > 1
  }
}

/** A rule over a row, with its pointers as they stand from the root. */
function within(rule: Rule, list: string): Rule {
  if (Array.isArray(rule)) return rule.map((item) => within(item, list))
  if (typeof rule !== 'object' || rule === null) return rule
  const pointer = pointerOf(rule)
  return pointer === undefined ? Object.fromEntries(Object.entries(rule).map(([operator, operands]) => [operator, within(operands, list)])) : { var: pointer.startsWith('#') ? pointer.slice(1) : `${list}/-${pointer}` }
}
