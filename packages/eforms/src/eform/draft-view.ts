import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { formatInstant } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { EformFlow } from './flow.ts'
import type { Opened } from './flow-types.ts'
import { stepTitle } from './step-title.ts'

/** The choice to keep a draft, and what has become of it. */
export function draftView(keeper: DraftKeeper, words: Words): TemplateResult | typeof nothing {
  if (!keeper.available) return nothing
  const time = formatInstant(keeper.savedAt, words.tag)
  const state = { off: words('draftOff'), saving: words('draftSaving'), saved: words('draftSaved', { time }), failed: words('draftFailed') }[keeper.state]
  return html`<div class="draft screen"><div class="choice"><input type="checkbox" id="keep-draft" aria-describedby="keep-draft-hint" .checked=${keeper.chosen}
      @input=${(e: Event) => { void keeper.choose(e.target instanceof HTMLInputElement && e.target.checked) }}><label for="keep-draft" .textContent=${words('draftKeep')}></label></div>
    <span class="hint" id="keep-draft-hint" .textContent=${words('draftKeepHint')}></span>
    <p class="muted" role="status" .textContent=${state}></p></div>`
}

/** The drafts found on the device, each named by when it was saved and how far it had come; never by what was answered. */
export function keptDraftsView(flow: EformFlow, opened: Opened, words: Words): TemplateResult {
  const names = flow.drafts.found.map(({ content, savedAt }) => {
    const time = formatInstant(savedAt, words.tag)
    const page = stepTitle(opened, content.step, words)
    return page ? words('draftNamedPage', { time, page }) : words('draftNamed', { time })
  })
  const isOne = names.length === 1
  return html`<section class="notice" aria-labelledby="drafts"><h3 id="drafts" tabindex="-1" .textContent=${words('draftsFound')}></h3><ol>${flow.drafts.found.map((draft, index) => {
    const name = names[index] ?? ''
    // Two may have been saved in the same minute on the same page.
    const label = (key: UiKey): string | typeof nothing => isOne ? nothing : `${words(key)} ${index + 1}: ${name}`
    const press = (key: UiKey, kind: string, deed: () => void): TemplateResult => html`<button type="button" class="button ${kind}" aria-label=${label(key)} .textContent=${words(key)} @click=${deed}></button>`
    const { drafts } = flow
    // Asked, to keep it stands where a second press of who presses twice falls.
    return html`<li><p .textContent=${name}></p>${draft === drafts.asked
      ? html`<p id="discard" tabindex="-1" .textContent=${words('discardAsk')}></p><div class="buttons">${press('discardNo', 'secondary', () => { drafts.ask() })}${press('discardYes', '', () => { void drafts.discard(draft) })}</div>`
      : html`<div class="buttons">${press('draftResume', '', () => { void drafts.resume(draft) })}${press('draftDiscard', 'secondary', () => { drafts.ask(draft) })}</div>`}</li>`
  })}</ol></section>`
}
