import type { FieldState } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'
import type { JsonValue } from '@motcua/core/json'
import { formatDate } from '../fields/date/date.ts'
import type { FormContext } from './context.ts'
import { shownValue } from '../fields/read-only/shown-value.ts'
import { seldomViews } from '../seldom/lazy-views.ts'
import { optionsOf } from './mount-field.ts'

type Display = (value: JsonValue, state: FieldState, context: FormContext) => string

const plain: Display = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
/** By its shape: an option's words, yes or no, several of them, a number as the language writes it. */
const shaped: Display = (value, { definition }, context) => shownValue(value, optionsOf(context, definition.optionSet), context.words.value)

/** How an answer reads on the check page and on paper. */
const DISPLAYS: Readonly<Record<FieldKind, Display>> = {
  text: plain, 'long-text': plain, 'person-name': plain, 'personal-id': plain, phone: plain, email: plain, integer: plain,
  date: (value) => formatDate(value),
  'partial-date': (value) => formatDate(value),
  time: plain,
  select: shaped, 'search-select': shaped, radio: shaped, checkboxes: shaped, checkbox: shaped, 'yes-no': shaped, consent: shaped, number: shaped, 'read-only': shaped,
  money: (value, _state, { words }) => (typeof value === 'number' ? `${value.toLocaleString(words.value.tag)} đ` : String(value)),
  // Names of places come with what asks for places.
  province: (value) => (typeof value === 'string' ? seldomViews()?.provinceName(value) ?? value : ''),
  commune: (value, _state, { places }) => {
    const views = seldomViews()
    if (views && places.state.value === 'idle') void places.load(views.readCommunes)
    return typeof value === 'string' ? places.communeName(value) : ''
  },
}

/** The present answer in words; empty when there is none. Reads signals. */
export function displayValue(state: FieldState, context: FormContext): string {
  const value = state.value.value
  return value === undefined || value === '' ? '' : DISPLAYS[state.definition.field](value, state, context)
}
