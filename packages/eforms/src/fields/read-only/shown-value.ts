import type { JsonValue } from '@motcua/core/json'
import type { Words } from '../../locales/strings.ts'
import { formatDate } from '../date/date.ts'
import type { FieldOption } from '../field.ts'

/** An answer in words, whatever its kind: the words of an option, yes or no, a date day first, a long number in groups. */
export function shownValue(value: JsonValue | undefined, options: readonly FieldOption[], words: Words): string {
  if (Array.isArray(value)) return value.map((one) => shownValue(one, options, words)).join('; ')
  if (typeof value === 'boolean') return words(value ? 'yes' : 'no')
  // Four digits may be a year.
  if (typeof value === 'number') return new Intl.NumberFormat(words.tag, { useGrouping: Math.abs(value) >= 10_000, maximumFractionDigits: 15 }).format(value)
  if (typeof value !== 'string') return ''
  return options.find((option) => option.value === value)?.label ?? (/^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value)
}
