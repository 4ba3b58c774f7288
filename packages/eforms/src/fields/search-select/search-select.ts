import type { TemplateResult } from 'lit/html.js'
import { withArea } from '../../locales/strings.ts'
import { viSearch } from '../../locales/vi-search.ts'
import { Combobox } from '../combobox/combobox.ts'
import { searchOptions } from '../combobox/search-options.ts'
import { lockedFrame } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'

/** One of many options, found by typing any part of its words, with or without marks. */
export class SearchSelectControl implements FieldControl {
  readonly #combobox = new Combobox()

  render(given: FieldProps): TemplateResult {
    const props = { ...given, words: withArea(given.words, viSearch) }
    const nameOf = (value: string): string => props.options.find((option) => option.value === value)?.label ?? ''
    if (props.locked) return lockedFrame(props, typeof props.value === 'string' ? nameOf(props.value) : '')
    return this.#combobox.render({ ...props, hint: props.hint || props.words('communeHint') }, {
      search: (text) => {
        const options = searchOptions(props.options, text)
        return { options, ...(options.length === 0 && { said: props.words('noMatch') }) }
      },
      nameOf,
    })
  }
}

export const createSearchSelect = () => new SearchSelectControl()
