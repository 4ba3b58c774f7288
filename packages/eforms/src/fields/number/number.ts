import { formatNumber, readNumber } from '@motcua/form-core/parse-input'
import type { Language } from '../../locales/strings.ts'
import { TextControl, textOf, tidyLine } from '../text-control.ts'

/** Number with decimals, after a comma or a point. What may be thousands or decimals ("1.500") stays as typed and is asked again. */
export const createNumber = () => new TextControl({
  inputMode: 'decimal', widthChars: 10, read: readNumber,
  show: (value, { language }) => (typeof value === 'number' ? formatNumber(value, language) : textOf(value)),
  tidy: (text, { language }) => tidyNumber(text, language),
})

function tidyNumber(text: string, language: Language): string {
  const number = readNumber(text)
  return typeof number === 'number' ? formatNumber(number, language) : tidyLine(text)
}
