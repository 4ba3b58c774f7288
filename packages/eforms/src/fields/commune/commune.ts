import type { TemplateResult } from 'lit/html.js'
import { foldPlace, withoutKind } from '../../places/place-names.ts'
import { searchCommunes } from '../../places/commune-search.ts'
import { LegacyPlaces } from '../../places/legacy-places.ts'
import type { PlaceDirectory } from '../../places/place-directory.ts'
import { readCommunes } from '../../places/read-communes.ts'
import { withArea } from '../../locales/strings.ts'
import { viSearch } from '../../locales/vi-search.ts'
import { Combobox } from '../combobox/combobox.ts'
import type { ComboboxFinding } from '../combobox/combobox.ts'
import { lockedFrame } from '../field.ts'
import type { FieldControl, FieldOption, FieldProps } from '../field.ts'
import { formerOptions, formerValue } from './former-options.ts'

/** With fewer names of today than this, names of before July 2025 are looked at too. */
const FEW = 5

/** Nobody reads further; typing on narrows it. */
const MOST = 20

/**
 * Commune by name, searched without marks. A name it had before July 2025 leads to what it is now; where that is several,
 * the list asks which. The value is the code of today.
 */
export class CommuneControl implements FieldControl {
  readonly #combobox = new Combobox()
  /** The old name by which the answer was found. */
  #former: { code: string; name: string } | undefined
  /** What the list asks about an old name that now belongs to several. */
  #question = ''

  render(given: FieldProps): TemplateResult {
    const props = { ...given, words: withArea(given.words, viSearch) }
    const { places, words } = props
    const state = places?.state.value
    const code = typeof props.value === 'string' ? props.value : ''
    if (code && places && state === 'idle') void places.load(readCommunes)
    if (props.locked) return lockedFrame(props, places?.communeName(code) ?? code)
    const former = this.#former?.code === code ? words('communeFormerName', { name: this.#former.name }) : ''
    const hint = state === 'failed' ? words('communeFailed') : this.#question || former || props.hint || words('communeHint')
    return this.#combobox.render({ ...props, hint, onInput: (raw) => { this.#answer(String(raw), props) } }, {
      search: (text) => this.#search(text, props),
      nameOf: (value) => (state === 'ready' ? places?.communeName(value) ?? '' : ''),
      isExact: ({ value }, text) => isExact(places, value, text, props.provinceCode),
    })
  }

  #answer(raw: string, props: FieldProps): void {
    const { code, name } = formerValue.parse(raw)
    this.#former = name === undefined ? undefined : { code, name }
    this.#question = ''
    props.onInput(code)
    // A choice is a whole answer: what is wrong with it is said at once.
    if (code) props.onLeave()
  }

  #search(text: string, props: FieldProps): ComboboxFinding {
    const { places, words } = props
    this.#question = ''
    if (!places) return { options: [] }
    if (places.state.peek() !== 'ready') {
      const loading = places.loadAgain(readCommunes)
      return { options: [], said: words(loading ? 'communeLoading' : 'communeFailed'), ...(loading && { more: loading }) }
    }
    const found = searchCommunes(places, text, props.provinceCode)
    const isTyped = foldPlace(text) !== ''
    const today = (isTyped ? found.slice(0, MOST) : found).map(({ code }): FieldOption => ({ value: code, label: places.communeName(code) }))
    if (!isTyped || found.length >= FEW) return { options: today, found: found.length }
    const more = places.loadFormer((file) => new LegacyPlaces(file))
    const { options, question } = formerOptions(places, text, today, words)
    this.#question = question
    const all = [...today, ...options]
    return { options: all.slice(0, MOST), found: all.length, ...(more && { more }), ...(all.length === 0 ? { said: words(more ? 'communeLoading' : 'communeNone') } : question && { said: question }) }
  }
}

/**
 * Leaving with the full name of today is a choice too, of the chosen province only; an old name never is. “Phường Ba Đình”
 * is no “Xã Ba Đình”; a kind of before 2025 (“thị trấn”) says nothing about the kind of today.
 */
function isExact(places: PlaceDirectory | undefined, value: string, text: string, provinceCode: string | undefined): boolean {
  const commune = formerValue.parse(value).name === undefined ? places?.commune(value) : undefined
  if (!commune || (provinceCode && commune.provinceCode !== provinceCode)) return false
  const typed = foldPlace(text)
  const bare = /^(?:xa|phuong|dac khu) /.test(typed) ? typed : withoutKind(typed)
  return [foldPlace(commune.name), foldPlace(`${commune.kind} ${commune.name}`), foldPlace(places?.communeName(value) ?? '')].some((name) => name === typed || name === bare)
}

export const createCommune = () => new CommuneControl()
