import { html, nothing } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { qrCode } from '../dom/qr-code.ts'
import type { Words } from '../locales/strings.ts'

/** The way from a machine of many to the citizen's own phone: an address to photograph, and nothing but the address. */
export class OwnPhone {
  #isShown = false
  readonly #page: () => string
  readonly #redraw: () => void

  constructor(page: () => string, redraw: () => void) {
    this.#page = page
    this.#redraw = redraw
  }

  view(words: Words): TemplateResult {
    return html`<div class="screen" part="own-phone"><div class="buttons"><button type="button" class="button secondary" aria-expanded=${this.#isShown ? 'true' : 'false'} .textContent=${words('ownPhone')} @click=${() => { this.#isShown = !this.#isShown; this.#redraw() }}></button></div>
      ${this.#isShown ? this.#codeView(words) : nothing}</div>`
  }

  #codeView(words: Words): TemplateResult {
    const address = phoneAddress(this.#page())
    return html`<p .textContent=${words('ownPhoneScan')}></p><p .textContent=${words('ownPhoneNothing')}></p>
      ${qrCode(address, words('ownPhoneAlt'))}<p class="hash" .textContent=${address}></p>`
  }
}

/**
 * Where the phone is led: the page that the site names, or else this one. What stands behind `?` and `#` of this one may be
 * of the person who used the machine before, or of signing in: it stays here.
 *
 * @example phoneAddress('/khai-sinh.html') // 'https://xa.example/khai-sinh.html'
 */
export function phoneAddress(page: string, here: string = location.href): string {
  const { origin, pathname } = new URL(here)
  return (page !== '' && resolved(page, here)) || origin + pathname
}

/** The whole address, if it leads to a page of the web. */
function resolved(page: string, here: string): string | undefined {
  try {
    const { href, protocol } = new URL(page, here)
    return /^https?:$/.test(protocol) ? href : undefined
  } catch { return undefined }
}
