import type { TemplateResult } from 'lit'
import type { RequiredDocument } from '@motcua/schemas/definition'
import type { Opened } from '../eform/flow-types.ts'
import { withArea } from '../locales/strings.ts'
import { viAfter } from '../locales/vi-after.ts'
import type { Acknowledgement } from '../services/contract.ts'
import type { PortalServices } from '../services/services.ts'
import { PaymentPanel } from './payment-panel.ts'
import type { PanelHost } from './panel-host.ts'
import { TrackerPanel } from './tracker-panel.ts'

/** Payment and tracking inside the eForm: the same views as the stand-alone elements, in the eForm's own tree. */
export class AfterSubmit {
  readonly #host: PanelHost
  #payment: PaymentPanel | undefined
  #tracker: { code: string | undefined; panel: TrackerPanel } | undefined

  constructor(host: PanelHost) { this.#host = { ...host, words: () => withArea(host.words(), viAfter) } }

  payment(portal: PortalServices, { code, fee }: Acknowledgement): TemplateResult | string {
    if (fee.state !== 'owed' && fee.state !== 'partial') return ''
    if (this.#payment?.dossierCode !== code) {
      this.#payment?.stop()
      this.#payment = new PaymentPanel({ dossierCode: code, portal, host: this.#host })
      void this.#payment.request()
    }
    return this.#payment.view()
  }

  /** The fee of this dossier has been paid since it was acknowledged. */
  isSettled(code: string): boolean { return this.#payment?.dossierCode === code && this.#payment.isSettled }

  tracker(portal: PortalServices, code: string | undefined, opened: Opened): TemplateResult {
    if (!this.#tracker || this.#tracker.code !== code) {
      this.stop()
      const documents = async (slug: string): Promise<readonly RequiredDocument[]> => {
        if (slug === opened.definition.procedure.slug) return opened.definition.procedure.documents
        const outcome = await opened.services.loadDefinition(slug, 'en')
        return outcome.kind === 'found' ? outcome.definition.procedure.documents : []
      }
      this.#tracker = { code, panel: new TrackerPanel({ portal, host: this.#host, documents, ...(code !== undefined && { code }) }) }
    }
    return this.#tracker.panel.view()
  }

  stop(): void {
    this.#payment?.stop()
    this.#payment = undefined
    this.#tracker?.panel.stop()
    this.#tracker = undefined
  }
}
