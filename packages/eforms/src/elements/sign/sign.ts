import { html } from 'lit'
import type { TemplateResult } from 'lit'
import type { SigningRequest } from '@motcua/portal-client/signing'
import { notice } from '../../dom/messages.ts'
import { viSign } from '../../locales/vi-sign.ts'
import { SignPanel } from '../../panels/sign-panel.ts'
import type { PortalServices } from '../../services/services.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

const CODE = /^[\w.-]{1,64}$/

/** What `motcua-signing-end` tells; no person is named. */
export interface SigningEndDetail { act: SigningRequest['act']; outcome: SigningRequest['state']; fileId: string; sha256: string }

/**
 * Signs the result of a dossier with a person's key at a remote signing service: shows exactly what would be signed and with which
 * certificate, and then waits for the person to confirm on a device of their own. The competent person signs, then the clerk issues.
 *
 * @element motcua-sign
 * @attr portal - origin of the gateway
 * @attr dossier - dossier code
 * @attr file - id of the one file that may be signed here; without it the one that is next
 * @attr lang - `vi` (default) or `en`
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @fires {CustomEvent<SigningEndDetail>} motcua-signing-end - a request of this person has come to its end: `recorded`, or an end without a signature
 * @csspart root - everything inside the element
 * @csspart sign - what is signed, and how far it is
 * @csspart what - dossier, procedure, agency and file
 * @csspart open-file - opens the very bytes
 * @csspart hash - the whole hash of the file
 * @csspart certificate - who signs, and until when that holds
 * @csspart objections - why the certificate cannot be used
 * @csspart evidence - approval, signature and issue
 * @csspart confirm - asks the person's device
 * @csspart time-left - how long the device may be confirmed on
 * @csspart cancel - ends the request
 * @csspart again - back to what would be signed, after an end
 */
export class MotcuaSign extends PanelElement<'portal' | 'signing'> {
  static override properties = { ...PanelElement.properties, dossier: { type: String }, file: { type: String } }
  declare dossier: string
  declare file: string
  protected override readonly area = viSign
  protected override readonly needs = ['portal', 'signing'] as const
  protected override readonly subject = ['portal', 'services', 'dossier', 'file']
  #panel: SignPanel | undefined
  #portal: PortalServices | undefined

  constructor() {
    super()
    this.dossier = ''
    this.file = ''
  }

  protected override needsSession(): boolean { return this.#isKnown }

  protected override begin({ portal, signing: services }: Needed<'portal' | 'signing'>): void {
    this.#portal = portal
    if (!this.#isKnown) return
    const { dossier, file } = this
    this.#panel = new SignPanel({
      dossierCode: dossier, services, host: this.panelHost, ...(file && { fileId: file }), signOut: () => { this.#signOut() },
      ended: ({ act, state, fileId, sha256 }) => {
        const detail: SigningEndDetail = { act, outcome: state, fileId, sha256 }
        this.dispatchEvent(new CustomEvent('motcua-signing-end', { detail, bubbles: true, composed: true }))
      },
    })
    void this.#panel.look()
  }

  protected override view(): TemplateResult {
    const words = this.panelHost.words()
    if (!this.#isKnown) return html`${notice(words('signNoDossier'), 'bad-notice')}<slot></slot>`
    return this.#panel?.view() ?? html``
  }

  protected override end(): void { this.#panel?.stop(); this.#panel = undefined }

  get #isKnown(): boolean { return CODE.test(this.dossier) }

  /** What is left is the way to sign in. */
  #signOut(): void {
    void this.#portal?.signOut().catch(() => undefined)
    this.end()
    this.requestUpdate()
  }
}
