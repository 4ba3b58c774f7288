import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { LegacyCommune } from '@motcua/schemas/legacy-units'
import { term } from '../dom/describe-list.ts'
import { notice } from '../dom/messages.ts'
import type { Words } from '../locales/strings.ts'
import { provinceName } from '../places/province-name.ts'
import type { Commune, PlaceDirectory } from '../places/place-directory.ts'

/** Former units of a commune: not asked for, on their way, here, or out of reach. */
export type FormerUnits = 'hidden' | 'loading' | 'failed' | readonly LegacyCommune[]

/** A commune of today: what it is, and what it was made of. */
export function placeView({ code, kind, name, provinceCode }: Commune, words: Words): TemplateResult {
  return html`<h3 id="place" tabindex="-1" lang="vi" .textContent=${`${kind} ${name}`}></h3>
    <dl>${term(words('placesKind'), kind, '', 'vi')}${term(words('placesProvince'), provinceName(provinceCode), '', 'vi')}${term(words('placesCode'), code)}</dl>`
}

/** The units before July 2025 whose area, or part of it, is here. Of a divided one the other parts are named, each to go to. */
export function formerView(code: string, former: FormerUnits, places: PlaceDirectory, words: Words, { show, choose }: { show(): void; choose(code: string): void }): TemplateResult {
  if (former === 'hidden') return html`<p><button type="button" class="link" .textContent=${words('placesFormerShow')} @click=${show}></button></p>`
  return html`<h4 id="former" tabindex="-1" .textContent=${words('placesFormer')}></h4>${contentOf()}`

  function contentOf(): TemplateResult {
    if (former === 'loading') return html`<p role="status" .textContent=${words('placesLoading')}></p>`
    if (former === 'failed' || former === 'hidden') return html`${notice(words('placesFormerFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${words('placesRetry')} @click=${show}></button>`
    if (former.length === 0) return html`<p .textContent=${words('placesFormerNone')}></p>`
    // Whole ones first.
    const sorted = [...former].sort((a, b) => Number(a.communeCodes.length > 1) - Number(b.communeCodes.length > 1))
    return html`<ul part="former">${sorted.map((unit) => unitItem(unit))}</ul>`
  }

  function unitItem(unit: LegacyCommune): TemplateResult {
    const name = [unit.name, unit.district?.name, unit.province?.name].filter(Boolean).join(', ')
    const others = unit.communeCodes.filter((other) => other !== code && places.commune(other))
    if (others.length === 0) return html`<li lang="vi" .textContent=${name}></li>`
    return html`<li><span .textContent=${words('placesPart', { name })}></span> ${others.map((other) => html`<button type="button" class="link" lang="vi" .textContent=${places.communeName(other)} @click=${() => { choose(other) }}></button> `)}</li>`
  }
}

/** A commune that is not there: the list is on its way, out of reach, or has no such code. */
export function missingView(code: string, state: 'idle' | 'loading' | 'ready' | 'failed', words: Words, retry: () => void): TemplateResult | typeof nothing {
  if (state === 'ready') return notice(words('placesUnknown', { code }), 'bad-notice')
  if (state === 'failed') return html`${notice(words('placesFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${words('placesRetry')} @click=${retry}></button>`
  return html`<p .textContent=${words('placesLoading')}></p>`
}
