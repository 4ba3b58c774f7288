import { html, nothing } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit/html.js'
import { attributes } from '../../dom/attributes.ts'
import { isInputMethodKey } from '../../dom/input-method.ts'
import { controlAttributes, labelledFrame } from '../field.ts'
import type { FieldOption, FieldProps } from '../field.ts'
import { valueOf } from '../text-control.ts'
import { makeRoom } from './make-room.ts'
import { foldWords } from './search-options.ts'

/** What a search gave. */
export interface ComboboxFinding {
  /** Best first. */
  options: readonly FieldOption[]
  /** How many there are, where `options` are only the first. @default the number of options */
  found?: number
  /** Said instead of the number of results. */
  said?: string
  /** More may be found when this has ended: then the combobox searches again. */
  more?: Promise<unknown>
}

/** What a combobox searches in; made anew for each drawing. */
export interface ComboboxSource {
  /** What was typed; the empty text gives what is offered before anything is. */
  search(text: string): ComboboxFinding
  /** What stands in the box for a chosen value; empty while that is not known. */
  nameOf(value: string): string
  /** Whether leaving with this text is a choice of that option. @default the same words, marks, case and hyphens aside */
  isExact?(option: FieldOption, text: string): boolean
}

/** Nobody reads further; typing on narrows it. */
const MAX_SHOWN = 100

/**
 * A native input with a list to choose from (ARIA 1.2 combobox, list autocomplete). The answer is the value of a chosen
 * option; text that names none stays in the box and is no answer, so the field asks for a choice.
 */
export class Combobox {
  #text = ''
  #open = false
  #active = -1
  #results: readonly FieldOption[] = []
  #said: string | undefined
  #found = 0
  /** What was searched for last. */
  #asked = ''
  #input: HTMLElement | undefined
  /** The box held the name of an answer. */
  #had = false
  #turn: number | undefined

  render(given: FieldProps, source: ComboboxSource): TemplateResult {
    const value = typeof given.value === 'string' ? given.value : ''
    // An answer from elsewhere, or the same one in another language. Typing has taken the answer away first.
    if (value !== '') this.#text = source.nameOf(value) || this.#text
    else if (this.#had || given.turn !== this.#turn) this.#text = ''
    this.#had = value !== ''
    this.#turn = given.turn
    // Who sees words in the box takes them for the answer.
    const isHalf = !this.#open && value === '' && this.#text && !given.error && !given.warning
    const props = isHalf ? { ...given, warning: given.words('fieldRequired', { label: given.label }) } : given
    const listId = `${props.id}-list`
    const open = this.#open && this.#results.length > 0
    const status = this.#status(props)
    // At the end of a list that is cut off; who hears the list has heard it with the number.
    const rest = open && this.#found > this.#results.length ? html`<li aria-hidden="true" .textContent=${this.#count(props)}></li>` : nothing
    // In place of a list one sees why there is none, unless the hint says it already.
    const isSeen = status !== '' && this.#said !== undefined && !open && status !== props.hint
    return labelledFrame(props, html`<div class="combobox"><input part="control" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list" ${attributes({
      ...controlAttributes(props), 'aria-expanded': String(open), 'aria-controls': listId, 'aria-activedescendant': open && this.#active >= 0 ? `${listId}-${this.#active}` : undefined,
    })} .value=${live(this.#text)} @focus=${(e: Event) => { this.#input = e.currentTarget as HTMLElement }} @click=${() => { this.#show(props, source, value === '' ? this.#text : '') }} @input=${(e: Event) => { this.#typed(valueOf(e), props, source) }}
      @keydown=${(e: KeyboardEvent) => { this.#key(e, props, source) }} @blur=${() => { this.#left(props, source) }}>
      <ul id=${listId} role="listbox" aria-label=${props.label} ?hidden=${!open}>${open ? this.#results.map((option, index) => html`<li id=${`${listId}-${index}`} role="option"
        aria-selected=${index === this.#active ? 'true' : 'false'} @pointerdown=${(e: Event) => { e.preventDefault() }} @click=${() => { this.#choose(option, props) }} .textContent=${option.label}></li>`) : nothing}${rest}</ul>
      <span class=${isSeen ? 'no-list' : 'visually-hidden'} role="status" .textContent=${status}></span></div>`)
  }

  #status(props: FieldProps): string {
    if (!this.#open || this.#text === '') return ''
    return this.#said ?? this.#count(props)
  }

  #count({ words }: FieldProps): string {
    const { length } = this.#results
    return words(this.#found > length ? 'searchCut' : 'communeCount', { count: this.#found, shown: length })
  }

  #show(props: FieldProps, source: ComboboxSource, text: string): void {
    if (props.locked || props.disabled) return
    this.#open = true
    this.#active = -1
    this.#asked = text
    const { options, found = options.length, said, more } = source.search(text)
    this.#results = options.slice(0, MAX_SHOWN)
    this.#found = found
    this.#said = said
    void more?.then(() => { if (this.#open && this.#asked === text) this.#showMore(props, source) })
    props.redraw()
    requestAnimationFrame(() => { if (this.#open && this.#input) makeRoom(this.#input) })
  }

  /** What came late joins the list; the option under the person's hand stays. */
  #showMore(props: FieldProps, source: ComboboxSource): void {
    const active = this.#results[this.#active]
    this.#show(props, source, this.#asked)
    if (active) this.#active = this.#results.findIndex(({ value, label }) => value === active.value && label === active.label)
    props.redraw()
  }

  #typed(text: string, props: FieldProps, source: ComboboxSource): void {
    this.#text = text
    this.#had = false
    props.onInput('')
    if (text === '') { this.#open = false; props.redraw() } else this.#show(props, source, text)
  }

  #key(event: KeyboardEvent, props: FieldProps, source: ComboboxSource): void {
    const { key, target } = event
    if (isInputMethodKey(event)) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!this.#open) this.#show(props, source, this.#had ? '' : this.#text)
      const { length } = this.#results
      if (length > 0) this.#active = key === 'ArrowDown' ? (this.#active + 1) % length : (this.#active <= 0 ? length : this.#active) - 1
      props.redraw()
      requestAnimationFrame(() => { if (target instanceof Element) target.nextElementSibling?.children[this.#active]?.scrollIntoView({ block: 'nearest' }) })
    } else if (key === 'Enter' && this.#open && this.#results.length > 0) {
      // In an open list Enter belongs to the list (ARIA Authoring Practices, combobox: it accepts what is selected there).
      // With nothing selected it takes the only option, or closes the list: sending the page, the default, would send it
      // without the answer that the person is about to choose. The next Enter sends it.
      event.preventDefault()
      const option = this.#results[this.#active] ?? (this.#results.length === 1 ? this.#results[0] : undefined)
      if (option) this.#choose(option, props)
      else {
        this.#open = false
        props.redraw()
      }
    } else if (key === 'Escape' && this.#open) {
      event.preventDefault()
      this.#open = false
      props.redraw()
    }
  }

  #choose(option: FieldOption, props: FieldProps): void {
    this.#open = false
    props.onInput(option.value)
    props.redraw()
  }

  /** Leaving with the words of exactly one option is a choice too. */
  #left(props: FieldProps, source: ComboboxSource): void {
    const { isExact = sameWords } = source
    if (this.#text.trim() !== '' && !this.#had) {
      const exact = source.search(this.#text).options.filter((option) => isExact(option, this.#text))
      const [only] = exact
      if (only && exact.length === 1) this.#choose(only, props)
    }
    this.#open = false
    props.redraw()
    props.onLeave()
  }
}

function sameWords({ label }: FieldOption, text: string): boolean { return foldWords(label) === foldWords(text) }
