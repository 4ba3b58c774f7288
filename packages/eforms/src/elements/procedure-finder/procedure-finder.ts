import { html, nothing, unsafeCSS } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { todayInVietnam } from '@motcua/core/dates'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import type { Words } from '../../locales/strings.ts'
import { viFinder } from '../../locales/vi-finder.ts'
import { base } from '../../look/base.ts'
import { controls } from '../../look/controls.ts'
import { tokens } from '../../look/tokens.ts'
import { parseEverydayWords } from '../../procedure-search/everyday-words.ts'
import { hasWords, searchProcedures } from '../../procedure-search/search-procedures.ts'
import type { WordsBySlug } from '../../procedure-search/search-procedures.ts'
import { definitionBase } from '../../services/asset-base.ts'
import { definitionFiles, fetchJson } from '../../services/definition-files.ts'
import { choose, procedureAddress } from '../procedure-choice.ts'
import { SpokenElement } from '../spoken-element.ts'

const look = /* css */ `
  [role='status'] { margin-block-start: 0.5em; }
  .found { list-style: none; padding: 0; }
  .found li { border-block-start: 1px solid var(--_line); padding-block: 0.75em; }
  .found a { display: block; font-weight: 600; padding-block: 0.25em; }
`

/**
 * Finds a procedure by plain words or by its code, and leads to the site's page of it.
 *
 * @element motcua-procedure-finder
 * @attr href - address of the page of one procedure, with `{slug}` or `{code}` in it: `/thu-tuc/{slug}.html`
 * @attr procedures - slugs or codes of the procedures that the site has, separated by spaces; without it all that are in force
 * @attr portal - origin of the gateway whose list is searched; without it the list beside the script
 * @attr definitions - folder of definitions, where they do not lie beside the script
 * @attr lang - `vi` (default), `en`, or a language that was added
 * @fires {CustomEvent} motcua-procedure-chosen - the link to a procedure was followed, cancelable: `{ slug, code }`
 * @slot - fallback, best a list of links: stands there until the search is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart label - the question above the box
 * @csspart hint - the line under it
 * @csspart control - the box
 * @csspart results - the procedures that were found
 */
export class MotcuaProcedureFinder extends SpokenElement {
  static override properties = {
    ...SpokenElement.properties, href: { type: String }, procedures: { type: String }, portal: { type: String }, definitions: { type: String },
    entries: { attribute: false },
  }
  static override styles = [tokens, base, controls, look].map((text) => unsafeCSS(text))

  declare href: string
  declare procedures: string
  declare portal: string
  declare definitions: string
  /** What is searched. Set by a page that has the list already; otherwise it is fetched. */
  declare entries: readonly DefinitionIndexEntry[] | undefined
  protected override readonly vietnamese = viFinder
  #fetched: readonly DefinitionIndexEntry[] | undefined
  #everydayWords: WordsBySlug = {}
  #text = ''

  constructor() {
    super()
    this.href = this.procedures = this.portal = this.definitions = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (!globalThis.isSecureContext) return
    if (changed.has('portal') || changed.has('definitions')) void this.#load()
    if (changed.has('definitions')) void this.#learn()
  }

  protected override render(): TemplateResult {
    const { words } = this
    const offered = this.#offered()
    if (!words || offered.length === 0 || !globalThis.isSecureContext) return html`<slot></slot>`
    const found = searchProcedures(offered, this.#text, this.#everydayWords)
    return this.rooted(words, html`
      <label class="label" part="label" for="words" .textContent=${words('finderLabel')}></label>
      <span class="hint" part="hint" id="hint" .textContent=${words('finderHint')}></span>
      <input id="words" part="control" type="search" maxlength="200" autocomplete="off" aria-describedby="hint" @input=${this.#typed}>
      <p role="status" .textContent=${this.#count(found.length, words)}></p>
      <ul class="found" part="results">${found.map((entry) => this.#result(entry, words))}</ul>`, 'search')
  }

  #result(entry: DefinitionIndexEntry, words: Words): TemplateResult {
    const code = codeToday(entry)
    const chosen = { slug: entry.slug, code }
    return html`<li><a href=${procedureAddress(this.href, chosen) ?? nothing} @click=${(press: Event) => { choose(this, chosen, press) }} .textContent=${words.text(entry.name)}></a><span class="muted" .textContent=${words('finderCode', { code })}></span></li>`
  }

  readonly #typed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return
    this.#text = target.value
    this.requestUpdate()
  }

  #count(count: number, words: Words): string {
    if (count === 0) return words('finderNone')
    if (this.#text.trim() === '') return words('finderAll', { count })
    return words(hasWords(this.#text) ? 'finderCount' : 'finderUnread', { count })
  }

  /** What is in force today and the site has; nothing without an address to lead to. */
  #offered(): readonly DefinitionIndexEntry[] {
    const today = todayInVietnam(new Date())
    const wanted = this.procedures.split(/\s+/u).filter(Boolean)
    return !this.href.includes('{') ? [] : (this.entries ?? []).filter(({ slug, codes, effectiveFrom, effectiveTo }) => (
      effectiveFrom <= today && (effectiveTo === null || today <= effectiveTo) && (wanted.length === 0 || wanted.some((one) => one === slug || codes.some(({ code }) => code === one)))
    ))
  }

  async #load(): Promise<void> {
    if (this.entries && this.entries !== this.#fetched) return
    const { portal, definitions } = this
    // Without a list the page's own links stand there.
    const fetched = await Promise.resolve().then(() => definitionFiles(portal ? new URL('/definitions/', portal).href : definitionBase(definitions)).list()).catch(() => undefined)
    if (portal === this.portal && definitions === this.definitions) this.entries = this.#fetched = fetched?.filter(isListed)
  }

  /** What people call procedures lies beside the script; without it they are found by their names. */
  async #learn(): Promise<void> {
    const { definitions } = this
    const content: unknown = await fetchJson(new URL('reference/everyday-words.json', definitionBase(definitions))).catch(() => undefined)
    if (definitions !== this.definitions) return
    this.#everydayWords = parseEverydayWords(content)
    this.requestUpdate()
  }
}

/** A list is a stranger's until it is read: an entry that could not be shown is left out. */
function isListed(entry: Partial<DefinitionIndexEntry> | null): entry is DefinitionIndexEntry {
  return typeof entry?.slug === 'string' && Array.isArray(entry.codes) && typeof entry.effectiveFrom === 'string' && typeof entry.name?.vi === 'string' && typeof entry.name.en === 'string'
}

function codeToday({ codes }: DefinitionIndexEntry): string {
  const today = todayInVietnam(new Date())
  return (codes.find(({ from, to }) => from <= today && (to === null || today <= to)) ?? codes.at(-1))?.code ?? ''
}
