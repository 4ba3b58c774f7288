import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { viAfter } from '../../locales/vi-after.ts'
import { VerifyPanel } from '../../panels/verify-panel.ts'
import { PanelElement } from '../panel-element.ts'
import type { Needed } from '../panel-element.ts'

/**
 * Checks a result PDF and its manifest on the reader's device, against the trust list of the gateway.
 *
 * @element motcua-verify
 * @attr portal - origin of the gateway that publishes the trust list
 * @attr dossier - dossier code the file should belong to
 * @attr lang - `vi` (default) or `en`
 * @slot - fallback: stands there until the element is ready, and when it cannot be
 * @csspart root - everything inside the element
 * @csspart verify - the check of a result
 * @csspart verdict - what the check found
 */
export class MotcuaVerify extends PanelElement<'portal'> {
  static override properties = { ...PanelElement.properties, dossier: { type: String } }
  declare dossier: string
  protected override readonly area = viAfter
  protected override readonly needs = ['portal'] as const
  #panel: VerifyPanel | undefined

  constructor() {
    super()
    this.dossier = ''
  }

  protected override needsSession(): boolean { return false }

  protected override begin({ portal }: Needed<'portal'>): void {
    this.#panel = new VerifyPanel({ host: this.panelHost, trust: () => portal.trust(), ...(this.dossier && { expectedCode: this.dossier }) })
  }

  protected override view(): TemplateResult { return this.#panel?.view() ?? html`` }
  protected override end(): void { this.#panel = undefined }
}
