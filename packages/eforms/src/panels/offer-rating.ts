import { html } from 'lit'
import { withArea } from '../locales/strings.ts'
import { viOffer } from '../locales/vi-offer.ts'
import { BELOW_ENDED } from './below-ended.ts'
import type { Tracking } from './below-ended.ts'

// Not of one offer: the element that is brought makes one of its own.
const OPENED = new WeakMap<Tracking, string>()
const FAILED = new WeakSet<Tracking>()

/**
 * Trackers offer `motcua-feedback` below a dossier that has ended; `bring` brings that element when somebody wants it. Only the
 * gateway knows whether the dossier may still be rated.
 */
export function offerRating(bring: () => Promise<unknown>): void {
  BELOW_ENDED.view = (tracking, code, host) => {
    // The page gives services of its own, and none for this.
    if (tracking.services && !tracking.services.feedback) return undefined
    if (OPENED.get(tracking) === code) return html`<div id="rate" tabindex="-1"><motcua-feedback dossier=${code} portal=${tracking.portal} lang=${tracking.lang} .services=${tracking.services}></motcua-feedback></div>`
    const words = withArea(host.words(), viOffer)
    const open = async (): Promise<void> => {
      try { await bring(); OPENED.set(tracking, code); FAILED.delete(tracking) } catch { FAILED.add(tracking) }
      host.redraw()
      host.focus('rate')
    }
    return html`<p><button type="button" class="link" id="rate" part="rate" .textContent=${words('offerRating')} @click=${open}></button></p>${FAILED.has(tracking) ? html`<p role="alert" class="bad" .textContent=${words('panelOffline')}></p>` : ''}`
  }
}
