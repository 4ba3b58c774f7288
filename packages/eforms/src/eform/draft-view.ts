import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { TemplateResult } from 'lit'
import { formatInstant } from '../locales/formats.ts'
import type { Words } from '../locales/strings.ts'
import type { DraftKeeper } from './draft-keeper.ts'

/** The choice to keep a draft, and what has become of it. */
export function draftView(keeper: DraftKeeper, words: Words): TemplateResult | typeof nothing {
  if (!keeper.available) return nothing
  const time = formatInstant(keeper.savedAt, words.language)
  const state = { off: words('draftOff'), saving: words('draftSaving'), saved: words('draftSaved', { time }), failed: words('draftFailed') }[keeper.state]
  return html`<div class="draft screen"><div class="choice"><input type="checkbox" id="keep-draft" aria-describedby="keep-draft-hint" .checked=${live(keeper.chosen)}
      @change=${(e: Event) => { void keeper.choose(e.target instanceof HTMLInputElement && e.target.checked) }}><label for="keep-draft" .textContent=${words('draftKeep')}></label></div>
    <span class="hint" id="keep-draft-hint" .textContent=${words('draftKeepHint')}></span>
    <p class="muted" role="status" .textContent=${state}></p></div>`
}

/** A draft was found on the device. */
export function resumeView(savedAt: Date, words: Words, resume: () => void, discard: () => void): TemplateResult {
  return html`<div class="notice" role="note"><p .textContent=${words('draftFound', { time: formatInstant(savedAt, words.language) })}></p>
    <div class="buttons"><button type="button" class="button" .textContent=${words('draftResume')} @click=${resume}></button>
    <button type="button" class="button secondary" .textContent=${words('draftDiscard')} @click=${discard}></button></div></div>`
}
