import { html, nothing } from 'lit'
import { until } from 'lit/directives/until.js'
import type { TemplateResult } from 'lit'
import { dress } from '../dom/dress.ts'
import { qrCode } from '../dom/qr-code.ts'
import { saveFile } from '../dom/save-file.ts'
import { printDeclaration } from '../dom/print-declaration.ts'
import { webAddress } from '../dom/web-address.ts'
import { withArea } from '../locales/strings.ts'
import type { Words } from '../locales/strings.ts'
import { viHandOff } from '../locales/vi-hand-off.ts'
import { paper } from '../look/paper.ts'
import { presentCode } from '../panels/procedure-facts.ts'
import type { HandOffPackage } from '../services/services.ts'
import { sha256Of } from '../services/sha256.ts'
import { bookingBox, takesBookings } from './appointment/booking-box.ts'
import type { EformFlow } from './flow.ts'
import { CHECK_STEP } from './flow-types.ts'
import type { Opened } from './flow-types.ts'
import { declarationView } from './declaration-view.ts'

export interface PackedHandOff { bytes: Uint8Array<ArrayBuffer>; sha256: string; code: string }

/** The package as bytes with their hash. Built once on arrival, so that the hash on the screen is that of the file. */
export async function packHandOff(opened: Opened, now = new Date()): Promise<PackedHandOff> {
  const { procedure } = opened.definition
  const code = presentCode(procedure)
  const content: HandOffPackage = {
    formatVersion: 1, procedure: { slug: procedure.slug, code, effectiveFrom: procedure.effectiveFrom, sha256: opened.sha256 },
    commune: opened.commune.code, preparedAt: now.toISOString(), answers: opened.form.project(),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(content, undefined, 2))
  return { bytes, code, sha256: await sha256Of(bytes) }
}

/** One sheet for all declarations. */
const PAPER = new CSSStyleSheet()
PAPER.replaceSync(paper)

/** Ready to file elsewhere: the one right place, the paper, the package and its fingerprint. */
export function handOffView(opened: Opened, packed: Promise<PackedHandOff>, host: HTMLElement, spoken: Words, flow: EformFlow): TemplateResult {
  const { procedure } = opened.definition
  // No file is left on a shared machine.
  const { shared } = flow.options
  const words = withArea(spoken, viHandOff)
  dress(host.shadowRoot, PAPER)
  const place = webAddress(procedure.handOff.url)
  return html`<div class="screen"><h2 id="heading" tabindex="-1" .textContent=${words('handOffTitle')}></h2>
      ${opened.ending === 'book-and-appear' ? html`<p .textContent=${words('handOffAppear')}></p>` : nothing}</div>
    ${opened.ending === 'book-and-appear' ? bookingBox(opened, host, spoken, flow) : nothing}
    <div class="screen">${takesBookings(opened) ? nothing : html`<h3 .textContent=${words('handOffWhere')}></h3>
      <p .textContent=${words.text(procedure.handOff.text)}></p>
      <p .textContent=${words('handOffCode', { code: presentCode(procedure) })}></p>
      ${place ? html`<p><a class="button" part="hand-off-link" href=${place} target="_blank" rel="noopener noreferrer" .textContent=${words('handOffLink')}></a></p>` : nothing}`}
      <p .textContent=${words('handOffHonest')}></p>
      <div class="buttons"><button type="button" class="button secondary" .textContent=${words('print')} @click=${() => { printDeclaration(host) }}></button>
        ${shared ? nothing : html`<button type="button" class="button secondary" .textContent=${words('downloadPackage')} @click=${() => { void packed.then(({ bytes }) => { saveFile(bytes, `${procedure.slug}.json`, 'application/json') }) }}></button>`}
        <button type="button" class="button secondary" .textContent=${words('back')} @click=${() => { flow.walk.goTo(CHECK_STEP) }}></button></div>
      ${shared ? nothing : html`<p .textContent=${words('packageNote')}></p>`}
      ${until(packed.then((p) => fingerprint(p, words)), nothing)}</div>
    ${until(packed.then((p) => declarationView(opened, p, words)), nothing)}`
}

function fingerprint(packed: PackedHandOff, words: Words): TemplateResult {
  return html`${qrCode(`MOTCUA1;${packed.code};${packed.sha256}`, words('qrPackageAlt'))}<p class="hash" .textContent=${words('packageHash', { hash: packed.sha256 })}></p>`
}
