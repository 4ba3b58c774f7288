import { html } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { viAfter } from '../../locales/vi-after.ts'
import { BELOW_ENDED } from '../../panels/below-ended.ts'
import { TrackerPanel } from '../../panels/tracker-panel.ts'
import type { EformServices } from '../../services/services.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

/**
 * Follows my dossiers, or one: steps, due time, what to do now, supplement, intake slip, fee, results.
 *
 * @element motcua-tracker
 * @attr portal - origin of the gateway
 * @attr dossier - dossier code; without it the list of mine
 * @attr lang - `vi` (default) or `en`
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart tracker - steps of a dossier
 * @csspart intake-slip - the slip that says when the result is due
 * @csspart rate - opens rating and feedback about a dossier that has ended, with `motcua-feedback`
 * @csspart send-supplement - sends the papers that were asked for
 */
export class MotcuaTracker extends PanelElement<'portal' | 'loadDefinition'> {
  static override properties = { ...PanelElement.properties, dossier: { type: String } }
  declare dossier: string
  /** As of every element; with `feedback`, who reads of an ended dossier may rate it there. */
  declare services: Pick<EformServices, 'portal' | 'loadDefinition' | 'feedback'> | undefined
  protected override readonly area = viAfter
  protected override readonly needs = ['portal', 'loadDefinition'] as const
  #panel: TrackerPanel | undefined

  constructor() {
    super()
    this.dossier = ''
  }

  protected override begin(services: Needed<'portal' | 'loadDefinition'>): void {
    this.#panel = new TrackerPanel({
      portal: services.portal, host: this.panelHost, ...(this.dossier && { code: this.dossier }),
      below: (code) => BELOW_ENDED.view?.(this, code, this.panelHost),
      documents: async (slug) => {
        const outcome = await services.loadDefinition(slug, 'en')
        return outcome.kind === 'found' ? outcome.definition.procedure.documents : []
      },
    })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.hasUpdated && changed.has('dossier')) void this.#panel?.open(this.dossier || undefined)
  }

  protected override view(): TemplateResult { return this.#panel?.view() ?? html`` }
  protected override end(): void { this.#panel?.stop(); this.#panel = undefined }
}
