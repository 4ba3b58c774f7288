import { LitElement, html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { stopPrintableKeys } from '../dom/focus.ts'
import { languageOf, loadWords } from '../locales/strings.ts'
import type { UiStrings, Words } from '../locales/strings.ts'

/** What elements share that need no gateway: words of the language they are given, and one root. Not an element by itself. */
export abstract class SpokenElement extends LitElement {
  static override properties = { lang: { type: String } }

  declare lang: string
  /** Undefined until they have come. */
  protected words: Words | undefined
  /** The area of words that the element carries itself. */
  protected abstract readonly vietnamese: Partial<UiStrings>

  constructor() {
    super()
    this.lang = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang')) void this.#speak()
  }

  /** Called when other words are spoken, before they are drawn. */
  protected spoken(_words: Words): Promise<void> | void { /* Nothing more to translate. */ }

  protected rooted(words: Words, content: unknown, role: 'search' | undefined = undefined): TemplateResult {
    return html`<div class="root" part="root" role=${role ?? nothing} lang=${words.tag} dir=${words.added?.dir ?? nothing} @keydown=${stopPrintableKeys} @keypress=${stopPrintableKeys} @keyup=${stopPrintableKeys}>${content}</div>`
  }

  async #speak(): Promise<void> {
    const language = languageOf(this.lang)
    const words = await loadWords(language, this.vietnamese)
    if (language !== languageOf(this.lang)) return
    await this.spoken(words)
    if (language !== languageOf(this.lang)) return
    this.words = words
    this.requestUpdate()
  }
}
