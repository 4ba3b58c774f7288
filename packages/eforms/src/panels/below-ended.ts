import type { TemplateResult } from 'lit'
import type { EformServices } from '../services/services.ts'
import type { PanelHost } from './panel-host.ts'

/** What is known of the tracker that shows a dossier. */
export interface Tracking { portal: string; lang: string; services: Pick<EformServices, 'portal' | 'feedback'> | undefined }

/** What stands below a dossier that has ended. Told by the entries that have it: an element by itself does not carry another. */
export const BELOW_ENDED: { view?: (tracking: Tracking, code: string, host: PanelHost) => TemplateResult | undefined } = {}
