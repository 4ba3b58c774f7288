import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { RequiredDocument } from '@motcua/schemas/definition'
import { notice } from '../dom/messages.ts'
import type { UiKey } from '../locales/strings.ts'
import type { Dossier, DossierSummary, IntakeSlip, ResultFile } from '../services/contract.ts'
import { failureOf } from '../services/failure.ts'
import type { PortalServices } from '../services/services.ts'
import { UploadList } from '../uploads/upload-list.ts'
import { endedEarly, owedVnd } from './dossier-end.ts'
import { PaymentPanel } from './payment-panel.ts'
import type { PanelHost } from './panel-host.ts'
import { saveFile } from '../dom/save-file.ts'
import { dossierListView, dossierView } from './tracker-view.ts'
import { VerifyPanel } from './verify-panel.ts'

export interface TrackerPanelOptions {
  portal: PortalServices
  host: PanelHost
  /** One dossier; absent: the list of mine. */
  code?: string
  /** The closed list of papers of a procedure, for the names and limits of a supplement. */
  documents(slug: string): Promise<readonly RequiredDocument[]>
  /** What stands below a dossier that has ended. */
  below?: (code: string) => TemplateResult | undefined
}

/** Follows dossiers: where each stands, when it is due, and what the citizen has to do now. */
export class TrackerPanel {
  dossier: Dossier | undefined
  dossiers: DossierSummary[] | undefined
  slip: IntakeSlip | undefined
  supplementUploads: UploadList | undefined
  supplementDocuments: readonly RequiredDocument[] = []
  payment: PaymentPanel | undefined
  verify: VerifyPanel | undefined
  problem: UiKey | undefined
  sent = false
  busy = false
  confirmingWithdrawal = false
  readonly below: TrackerPanelOptions['below']
  readonly #options: TrackerPanelOptions
  #code: string | undefined
  #key = crypto.randomUUID() as string

  constructor(options: TrackerPanelOptions) {
    this.#options = options
    this.below = options.below
    this.#code = options.code
    void this.refresh()
  }

  get host(): PanelHost { return this.#options.host }

  async open(code: string | undefined): Promise<void> {
    this.stop()
    this.#code = code
    this.dossier = undefined
    this.slip = undefined
    this.verify = undefined
    this.supplementUploads = undefined
    this.confirmingWithdrawal = false
    await this.refresh()
    this.host.focus('heading')
  }

  async refresh(): Promise<void> {
    const { portal } = this.#options
    await this.#run('trackFailed', async () => {
      if (this.#code === undefined) { this.dossiers = await portal.listDossiers(); return }
      const dossier = await portal.track(this.#code)
      if (dossier) await this.#show(dossier)
      else this.problem = 'trackNotFound'
    })
  }

  async openSlip(): Promise<void> {
    const code = this.dossier?.code
    if (code !== undefined) await this.#run('trackFailed', async () => { this.slip = await this.#options.portal.intakeSlip(code) })
    if (this.slip) this.host.focus('slip')
  }

  /** Sends exactly the papers that were asked for. */
  async sendSupplement(): Promise<void> {
    const { dossier, supplementUploads: uploads } = this
    if (!dossier?.supplement || !uploads || uploads.busy) return
    const { documents } = dossier.supplement
    const attachments = uploads.stored.filter((file) => documents.includes(file.documentId)).map(({ documentId, uploadId, sha256 }) => ({ documentId, uploadId, sha256 }))
    if (!documents.every((id) => attachments.some((file) => file.documentId === id))) { this.problem = 'trackSupplement'; this.host.redraw(); return }
    await this.#run('trackFailed', async () => {
      await this.#show(await this.#options.portal.answerSupplement(dossier.code, attachments, { idempotencyKey: this.#key }))
      this.#key = crypto.randomUUID()
      this.sent = true
    })
    if (this.sent) this.host.focus('now')
  }

  async withdraw(): Promise<void> {
    const code = this.dossier?.code
    if (code === undefined) return
    await this.#run('trackFailed', async () => {
      await this.#show(await this.#options.portal.withdraw(code, { idempotencyKey: this.#key }))
      this.#key = crypto.randomUUID()
      this.confirmingWithdrawal = false
    })
    if (!this.confirmingWithdrawal) this.host.focus('now')
  }

  async download(file: ResultFile): Promise<void> {
    const code = this.dossier?.code
    if (code !== undefined) await this.#run('trackFailed', async () => { saveFile(Uint8Array.from(await this.#options.portal.resultFile(code, file.fileId)), file.name, 'application/pdf') })
  }

  async verifyResult(file: ResultFile): Promise<void> {
    const code = this.dossier?.code
    if (code === undefined) return
    const { portal } = this.#options
    const panel = new VerifyPanel({ host: this.host, trust: () => portal.trust(), expectedCode: code })
    this.verify = panel
    await panel.run(file.name, async () => ({ pdf: await portal.resultFile(code, file.fileId), manifest: await portal.manifest(code) }))
    this.host.focus('verdict')
  }

  askWithdrawal(asking: boolean): void {
    this.confirmingWithdrawal = asking
    this.host.redraw()
    this.host.focus('withdrawal')
  }

  view(): TemplateResult {
    const words = this.host.words()
    return html`<div class="screen" part="tracker"><h2 id="heading" tabindex="-1" .textContent=${words(this.#code === undefined ? 'trackMine' : 'trackTitle')}></h2>
      ${this.problem ? notice(words(this.problem), 'bad-notice') : nothing}
      ${this.busy && !this.dossier && !this.dossiers ? html`<p role="status" .textContent=${words('loading')}></p>` : nothing}
      ${this.dossier ? dossierView(this, this.dossier, words) : this.#code === undefined && this.dossiers ? dossierListView(this, this.dossiers, words) : nothing}
      <div class="buttons"><button type="button" class="button secondary" .textContent=${words('trackRefresh')} @click=${() => { void this.refresh() }}></button>
        ${this.#code === undefined ? nothing : html`<button type="button" class="link" .textContent=${words('trackAll')} @click=${() => { void this.open(undefined) }}></button>`}</div></div>`
  }

  /** Nobody is looking any more: asks for nothing further and sends nothing further. */
  stop(): void {
    this.#stopPayment()
    this.supplementUploads?.stop()
  }

  #stopPayment(): void {
    this.payment?.stop()
    this.payment = undefined
  }

  async #show(dossier: Dossier): Promise<void> {
    const { portal, host } = this.#options
    this.dossier = dossier
    this.sent = false
    // Each answer replaces what was known of the money: an old panel would go on inviting to pay.
    this.#stopPayment()
    if (dossier.payment ? dossier.fee.state !== 'none' : owedVnd(dossier) > 0 && !endedEarly(dossier)) {
      this.payment = new PaymentPanel({ dossierCode: dossier.code, portal, host, ...(dossier.payment && { payment: dossier.payment }), paid: () => { void this.refresh() } })
    }
    const supplement = dossier.supplement
    if (supplement && !supplement.answeredAt && !endedEarly(dossier)) {
      const documents = await this.#options.documents(dossier.slug)
      this.supplementDocuments = documents.filter((document) => supplement.documents.includes(document.id))
      this.supplementUploads ??= new UploadList({ portal, procedure: dossier.slug, commune: dossier.commune, changed: () => { host.redraw() } })
    } else this.supplementUploads = undefined
  }

  async #run(problem: UiKey, work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = undefined
    this.host.redraw()
    try {
      await work()
    } catch (error) {
      this.problem = failureOf(error).kind === 'session' ? 'sessionExpired' : problem
    }
    this.busy = false
    this.host.redraw()
  }
}
