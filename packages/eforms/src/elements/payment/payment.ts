import { html } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { viAfter } from '../../locales/vi-after.ts'
import { PaymentPanel } from '../../panels/payment-panel.ts'
import type { PortalServices } from '../../services/services.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

/**
 * Payment of one dossier's fee: transfer details as text beside the VietQR, state as the gateway says, receipt.
 *
 * @element motcua-payment
 * @attr portal - origin of the gateway
 * @attr dossier - dossier code
 * @attr lang - `vi` (default) or `en`
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart payment - fee and how to pay it
 * @csspart qr - code to photograph
 * @csspart receipt - receipt of the payment
 */
export class MotcuaPayment extends PanelElement<'portal'> {
  static override properties = { ...PanelElement.properties, dossier: { type: String } }
  declare dossier: string
  protected override readonly area = viAfter
  protected override readonly needs = ['portal'] as const
  #panel: PaymentPanel | undefined
  #portal: PortalServices | undefined

  constructor() {
    super()
    this.dossier = ''
  }

  protected override begin({ portal }: Needed<'portal'>): void {
    this.#portal = portal
    this.#panel = new PaymentPanel({ dossierCode: this.dossier, portal, host: this.panelHost })
    void this.#panel.request()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.hasUpdated && changed.has('dossier') && this.#portal) { this.end(); this.begin({ portal: this.#portal }) }
  }

  protected override view(): TemplateResult { return this.#panel?.view() ?? html`` }
  protected override end(): void { this.#panel?.stop(); this.#panel = undefined }
}
