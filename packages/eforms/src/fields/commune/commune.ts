import { html, nothing } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit/html.js'
import { isInputMethodKey } from '../../dom/input-method.ts'
import { describedBy, labelledFrame, lockedFrame } from '../field.ts'
import type { FieldControl, FieldProps } from '../field.ts'
import { valueOf } from '../text-control.ts'
import type { Commune, PlaceDirectory } from '../../places/place-directory.ts'
import { foldForSearch as fold } from '@motcua/core/text'

/**
 * Commune by name: a native input with a list (ARIA 1.2 combobox). Search ignores marks. The value is the code; text
 * that names no commune is kept in the box and gives an empty value, so the field asks for a choice.
 */
export class CommuneControl implements FieldControl {
  #text = ''
  #open = false
  #active = -1
  #shown: string | undefined
  #results: Commune[] = []

  render(props: FieldProps): TemplateResult {
    const { places } = props
    const state = places?.state.value
    const code = typeof props.value === 'string' ? props.value : ''
    if (code && places && state === 'idle') void places.load()
    if (places && state === 'ready' && code && code !== this.#shown) {
      this.#text = places.communeName(code)
      this.#shown = code
    }
    if (props.locked) return lockedFrame(props, places?.communeName(code) ?? code)
    const hint = state === 'failed' ? props.words('communeFailed') : props.hint || props.words('communeHint')
    const shown = { ...props, hint }
    const listId = `${props.id}-list`
    const open = this.#open && this.#results.length > 0
    return labelledFrame(shown, html`<div class="combobox">
      <input part="control" id=${props.id} name=${props.id} type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'} aria-controls=${listId} aria-activedescendant=${open && this.#active >= 0 ? `${listId}-${this.#active}` : nothing}
        aria-required=${props.required ? 'true' : nothing} aria-invalid=${props.error ? 'true' : nothing} aria-describedby=${describedBy(shown) ?? nothing} ?disabled=${props.disabled}
        .value=${live(this.#text)} @focus=${() => { void places?.load() }} @input=${(e: Event) => { this.#typed(valueOf(e), props) }}
        @keydown=${(e: KeyboardEvent) => { this.#key(e, props) }} @blur=${() => { this.#left(props) }}>
      <ul id=${listId} role="listbox" aria-label=${props.label} ?hidden=${!open}>${this.#results.map((commune, index) => html`<li id=${`${listId}-${index}`} role="option"
        aria-selected=${index === this.#active ? 'true' : 'false'} @pointerdown=${(e: Event) => { e.preventDefault() }} @click=${() => { this.#choose(commune, props) }}
        .textContent=${`${commune.kind} ${commune.name}, ${commune.provinceName}`}></li>`)}</ul>
      <span class="visually-hidden" role="status" .textContent=${this.#status(places, props)}></span>
    </div>`)
  }

  #status(places: PlaceDirectory | undefined, props: FieldProps): string {
    if (!this.#open || this.#text === '') return ''
    if (places?.state.value === 'loading') return props.words('communeLoading')
    return this.#results.length > 0 ? props.words('communeCount', { count: this.#results.length }) : props.words('communeNone')
  }

  #typed(text: string, props: FieldProps): void {
    this.#text = text
    this.#shown = undefined
    this.#search(props)
    props.onInput('')
    props.redraw()
  }

  #search(props: FieldProps): void {
    const { places } = props
    this.#open = this.#text !== ''
    this.#active = -1
    this.#results = this.#open && places ? places.search(this.#text, props.provinceCode) : []
    // The list may still be on its way: search again when it has come.
    if (places && places.state.peek() !== 'ready' && places.state.peek() !== 'failed') void places.load().then(() => { if (this.#open) { this.#search(props); props.redraw() } })
  }

  #key(event: KeyboardEvent, props: FieldProps): void {
    if (isInputMethodKey(event)) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!this.#open) this.#search(props)
      const count = this.#results.length
      if (count > 0) this.#active = (Math.max(this.#active, key === 'ArrowDown' ? -1 : 0) + (key === 'ArrowDown' ? 1 : count - 1)) % count
      props.redraw()
    } else if (key === 'Enter' && this.#open && this.#active >= 0) {
      event.preventDefault()
      const commune = this.#results[this.#active]
      if (commune) this.#choose(commune, props)
    } else if (key === 'Escape' && this.#open) {
      event.preventDefault()
      this.#open = false
      props.redraw()
    }
  }

  #choose(commune: Commune, props: FieldProps): void {
    this.#text = props.places?.communeName(commune.code) ?? commune.name
    this.#shown = commune.code
    this.#open = false
    props.onInput(commune.code)
    props.redraw()
  }

  /** Leaving with the full name of exactly one commune is a choice too. */
  #left(props: FieldProps): void {
    if (this.#open && this.#shown === undefined) {
      const exact = this.#results.filter((c) => fold(c.name) === fold(this.#text))
      const [only] = exact
      if (only && exact.length === 1) this.#choose(only, props)
    }
    this.#open = false
    props.redraw()
    props.onLeave()
  }
}

export const createCommune = () => new CommuneControl()
