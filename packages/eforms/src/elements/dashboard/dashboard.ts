import { html, unsafeCSS } from 'lit'
import type { TemplateResult } from 'lit'
import { printDeclaration } from '../../dom/print-declaration.ts'
import { saveFile } from '../../dom/save-file.ts'
import { viDashboard } from '../../locales/vi-dashboard.ts'
import { sheet } from '../../look/sheet.ts'
import { DashboardPanel } from '../../panels/dashboard-panel.ts'
import { dashboardView } from '../../panels/dashboard-view.ts'
import { statisticsCsv } from '../../panels/statistics-csv.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

const look = /* css */ `
  table { inline-size: 100%; border-collapse: collapse; margin-block: 1.25em; }
  caption { text-align: start; font-weight: 700; font-size: 1.1em; padding-block-end: 0.35em; }
  th, td { text-align: start; vertical-align: top; padding: 0.45em 0.35em; border-block-end: 1px solid var(--_line); }
  thead th { color: var(--_muted); font-weight: 600; }
  tbody th { font-weight: 400; }
  .number { text-align: end; inline-size: 40%; font-variant-numeric: tabular-nums; }
  .year .number { inline-size: 24%; }
  td.number > span:first-child { font-weight: 600; }
  .how { display: block; font-size: 0.9em; font-weight: 400; }
  .sentence { font-size: 1.1em; }
  .bar { display: block; margin-block-start: 0.3em; fill: var(--_link); }
  @media (forced-colors: active) { .bar { fill: CanvasText; } }
  @media print { .no-print, [role='status'] { display: none !important; } table { break-inside: avoid; } .bar { fill: #555; print-color-adjust: exact; } }
`

/**
 * What a commune publishes of its work: a month and the twelve before it, as text, tables and a file.
 *
 * @element motcua-dashboard
 * @attr portal - origin of the gateway
 * @attr commune - five-digit code of the commune
 * @attr period - month to begin with, `YYYY-MM`; without it the present one
 * @attr lang - `vi` (default) or `en`
 * @fires {CustomEvent<{ month: string }>} motcua-month-change - the figures of a month are shown
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart label - the question above the choice of a month
 * @csspart control - the choice of a month
 * @csspart download - saves the figures as CSV
 * @csspart print - prints them
 */
export class MotcuaDashboard extends PanelElement<'statistics'> {
  static override properties = { ...PanelElement.properties, commune: { type: String }, period: { type: String } }
  static override styles = [...sheet, unsafeCSS(look)]
  declare commune: string
  declare period: string
  protected override readonly area = viDashboard
  protected override readonly needs = ['statistics'] as const
  protected override readonly subject = ['portal', 'services', 'commune', 'period']
  #panel: DashboardPanel | undefined

  constructor() {
    super()
    this.commune = this.period = ''
  }

  protected override needsSession(): boolean { return false }

  protected override begin({ statistics: calls }: Needed<'statistics'>): void {
    const { commune, period } = this
    this.#panel = new DashboardPanel({ calls, host: this.panelHost, commune, period, shown: (month) => { this.dispatchEvent(new CustomEvent('motcua-month-change', { detail: { month }, bubbles: true, composed: true })) } })
  }

  protected override view(): TemplateResult {
    const panel = this.#panel
    if (!panel) return html``
    return dashboardView(panel, {
      download: () => { if (panel.data) saveFile(new TextEncoder().encode(statisticsCsv(panel.data)), `so-lieu-${panel.data.commune}-${panel.data.month}.csv`, 'text/csv') },
      print: () => { printDeclaration(this) },
    })
  }

  protected override end(): void { this.#panel?.stop(); this.#panel = undefined }
}
