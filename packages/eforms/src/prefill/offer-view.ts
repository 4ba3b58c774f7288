import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { formatDay } from '../locales/formats.ts'
import { withArea } from '../locales/strings.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import { viPrefill } from '../locales/vi-prefill.ts'
import type { PrefillOffer } from './offer.ts'

/** What a source that found nothing is said of, in plain words. */
const OUTCOMES: Readonly<Record<string, UiKey>> = {
  'not-found': 'prefill:not-found', mismatch: 'prefill:mismatch', unavailable: 'prefill:unavailable', 'assurance-too-low': 'prefill:assurance-too-low', 'not-connected': 'prefill:not-connected',
}
const SOURCES = [
  { source: 'population-database', from: 'prefillFromPopulation', undo: 'prefillUndoPopulation' },
  { source: 'earlier-dossier', from: 'prefillFromDossier', undo: 'prefillUndoDossier' },
] as const

/** The offer, what is going on, or what came of it; and what to do about a locked answer that is wrong. */
export function offerView(offer: PrefillOffer, spoken: Words): TemplateResult {
  const words = withArea(spoken, viPrefill)
  return html`<section class="notice screen" part="prefill" id="prefill" tabindex="-1" aria-labelledby=${offer.state === 'offered' ? 'prefill-title' : 'prefill-said'}>
    ${offer.state === 'offered' ? html`<h3 id="prefill-title" .textContent=${words('prefillTitle')}></h3><p .textContent=${words('prefillWhat')}></p>
      ${offer.isAssisted ? html`<p><strong .textContent=${words('prefillAssisted')}></strong></p>` : nothing}` : html`<p id="prefill-said" role="status" .textContent=${said(offer, words)}></p>`}
    ${offer.state === 'filled' ? cameOf(offer, words) : nothing}
    ${buttons(offer, words)}
    ${offer.state === 'looking' ? nothing : html`<details><summary .textContent=${words('prefillWrong')}></summary><p .textContent=${words('prefillWrongHow')}></p></details>`}</section>`
}

function said({ state, takenBack, count }: PrefillOffer, words: Words): string {
  switch (state) {
    case 'looking': return words('prefillLooking')
    case 'declined': return words('prefillDeclined')
    case 'failed': return words('prefillFailed')
    default: return takenBack > 0 ? words('prefillUndone', { count: takenBack }) : count > 0 ? words('prefillDone', { count }) : words('prefillNothing')
  }
}

function cameOf(offer: PrefillOffer, words: Words): TemplateResult {
  const population = offer.outcomes.find(({ source }) => source === 'population-database')?.outcome ?? ''
  const missing = Object.hasOwn(OUTCOMES, population) ? OUTCOMES[population] : undefined
  return html`${missing ? html`<p .textContent=${words(missing)}></p>` : nothing}
    ${SOURCES.map(({ source, from, undo }) => {
      const { labels, on, canTakeBack } = offer.filledFrom(source)
      return labels.length === 0 ? nothing : html`<p .textContent=${words(from, { day: formatDay(on ?? ''), fields: labels.join('; ') })}></p>
        ${canTakeBack ? html`<p><button type="button" class="link" .textContent=${words(undo)} @click=${() => { offer.undo(source) }}></button></p>` : nothing}`
    })}`
}

function buttons(offer: PrefillOffer, words: Words): TemplateResult | typeof nothing {
  const fill = (key: UiKey, look: string) => html`<button type="button" class=${look} .textContent=${words(key)} @click=${() => { void offer.fill() }}></button>`
  switch (offer.state) {
    case 'offered': return html`<div class="buttons">${fill('prefillFill', 'button secondary')}<button type="button" class="button secondary" .textContent=${words('prefillDecline')} @click=${() => { offer.decline() }}></button></div>`
    case 'declined': return html`<p>${fill('prefillFill', 'link')}</p>`
    case 'failed': return html`<p>${fill('prefillRetry', 'link')}</p>`
    default: return nothing
  }
}
