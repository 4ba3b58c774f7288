import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { term } from '../dom/describe-list.ts'
import { notice } from '../dom/messages.ts'
import { formatInstant } from '../locales/formats.ts'
import type { UiKey, Words } from '../locales/strings.ts'
import type { Trust } from '../services/contract.ts'
import type { ReportAxis, VerifyReport } from '../services/verify-result.ts'
import type { PanelHost } from './panel-host.ts'

export interface VerifyPanelOptions {
  host: PanelHost
  trust(): Promise<Trust>
  expectedCode?: string
}

const AXIS_WORDS: Readonly<Record<ReportAxis, UiKey>> = {
  integrity: 'axisIntegrity', coverage: 'axisCoverage', identity: 'axisIdentity', trust: 'axisTrust',
  revocation: 'axisRevocation', time: 'axisTime', authority: 'axisAuthority', binding: 'axisBinding',
}
const STATUS_WORDS = { passed: 'verdictPass', failed: 'verdictFail', unknown: 'verdictUnknown' } as const

/** Checks a result on this device: who signed, when, whether it is intact and belongs to the dossier. */
export class VerifyPanel {
  readonly #options: VerifyPanelOptions
  #state: 'idle' | 'checking' | 'done' | 'failed' | 'not-pdf' = 'idle'
  #name = ''
  #report: VerifyReport | undefined
  #again: (() => Promise<void>) | undefined

  constructor(options: VerifyPanelOptions) { this.#options = options }

  /** The code that verifies arrives with the first use. */
  async run(name: string, load: () => Promise<{ pdf: Uint8Array; manifest?: string }>): Promise<void> {
    const { trust, expectedCode } = this.#options
    this.#again = () => this.run(name, load)
    this.#name = name
    this.#to('checking')
    try {
      const [{ verifyResult }, anchors, input] = await Promise.all([import('../services/verify-result.ts'), trust(), load()])
      this.#report = await verifyResult({ ...input, trust: anchors, ...(expectedCode !== undefined && { expectedCode }) })
      this.#to('done')
    } catch {
      this.#to('failed')
    }
  }

  /** Files the person chose or dropped: the PDF, and the manifest if it is there. */
  async take(files: readonly File[]): Promise<void> {
    const pdf = files.find((file) => file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf'))
    const other = files.find((file) => file !== pdf)
    if (!pdf) { this.#to('not-pdf'); return }
    await this.run(pdf.name, async () => ({ pdf: new Uint8Array(await pdf.arrayBuffer()), ...(other && { manifest: manifestText(await other.text()) }) }))
    this.#options.host.focus('verdict')
  }

  view(): TemplateResult {
    const words = this.#options.host.words()
    const take = (list: FileList | null | undefined): void => { if (list && list.length > 0) void this.take([...list]) }
    return html`<section class="screen" part="verify"><h2 id="heading" tabindex="-1" .textContent=${words('verifyTitle')}></h2>
      <div class="drop" @dragover=${(e: DragEvent) => { e.preventDefault() }} @drop=${(e: DragEvent) => { e.preventDefault(); take(e.dataTransfer?.files) }}>
        <p id="verify-intro" .textContent=${words('verifyIntro')}></p><label class="label" for="verify-file" .textContent=${words('verifyChoose')}></label>
        <input type="file" id="verify-file" multiple accept=".pdf,.jws,.json,.txt,application/pdf" aria-describedby="verify-intro"
          @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) { take(e.target.files); e.target.value = '' } }}></div>
      ${this.reportView()}</section>`
  }

  reportView(): TemplateResult {
    const words = this.#options.host.words()
    if (this.#state === 'checking') return html`<p role="status" .textContent=${words('verifyChecking')}></p>`
    if (this.#state === 'not-pdf') return notice(words('verifyNotPdf'), 'bad-notice')
    if (this.#state === 'failed') {
      return html`${notice(words('verifyFailed'), 'bad-notice')}<button type="button" class="button secondary" .textContent=${words('retry')} @click=${() => { void this.#again?.().then(() => { this.#options.host.focus('verdict') }) }}></button>`
    }
    const report = this.#report
    return report ? reportView(this.#name, report, words) : html``
  }

  #to(state: 'checking' | 'done' | 'failed' | 'not-pdf'): void {
    this.#state = state
    this.#options.host.redraw()
  }
}

function reportView(name: string, report: VerifyReport, words: Words): TemplateResult {
  return html`<div id="verdict" tabindex="-1" part="verdict" class=${`notice ${report.good ? '' : 'bad-notice'}`} role="status">
      <h3><span class=${report.good ? 'good' : 'bad'} .textContent=${words(report.good ? 'verifyGood' : 'verifyBad')}></span></h3><p class="muted" .textContent=${name}></p>
      <p .textContent=${belongsText(report, words)}></p></div>
    ${report.signers.map((signer) => html`<dl>${term(words('verifyWho'), [signer.name, signer.organisation].filter(Boolean).join(', '))}${term(words('verifyWhen'), timeText(signer, words))}</dl>`)}
    <dl>${report.axes.map(({ axis, status, reasons }) => term(words(AXIS_WORDS[axis]), [words(STATUS_WORDS[status]), ...reasons.map((reason) => words.text(reason))].join(' · ')))}</dl>`
}

/** What the file says of itself proves nothing. */
function belongsText({ dossierCode, manifest }: VerifyReport, words: Words): string {
  return dossierCode === undefined ? words('verifyNoManifest') : words(manifest === 'verified' ? 'verifyBelongs' : 'verifyOwnWord', { code: dossierCode })
}

function timeText(signer: VerifyReport['signers'][number], words: Words): string {
  if (signer.signedAt === undefined) return words('verifyTimeNone')
  return words(signer.timeProven ? 'verifyTimeProven' : 'verifyTimeClaimed', { time: formatInstant(signer.signedAt, words.tag) })
}

/** A manifest file is the compact JWS itself, or the gateway's answer `{ "manifest": "…" }`. */
function manifestText(text: string): string {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && 'manifest' in parsed && typeof parsed.manifest === 'string') return parsed.manifest
  } catch { /* Not JSON: the JWS itself. */ }
  return text
}
