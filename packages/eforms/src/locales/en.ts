import { enAfter } from './en-after.ts'
import { enAlone } from './en-alone.ts'
import { enAppointment } from './en-appointment.ts'
import { enBoard } from './en-board.ts'
import { enDashboard } from './en-dashboard.ts'
import { enFeedback } from './en-feedback.ts'
import { enFields } from './en-fields.ts'
import { enFinder } from './en-finder.ts'
import { enFlow } from './en-flow.ts'
import { enGuide } from './en-guide.ts'
import { enHandOff } from './en-hand-off.ts'
import { enManyRows } from './en-many-rows.ts'
import { enOffer } from './en-offer.ts'
import { enOrigins } from './en-origins.ts'
import { enPanel } from './en-panel.ts'
import { enPrefill } from './en-prefill.ts'
import { enPlaces } from './en-places.ts'
import { enRefusal } from './en-refusal.ts'
import { enRows } from './en-rows.ts'
import { enSearch } from './en-search.ts'
import { enShared } from './en-shared.ts'
import { enSign } from './en-sign.ts'
import { enUploads } from './en-uploads.ts'
import type { UiStrings } from './ui-strings.ts'

/** Every word in English. An area whose Vietnamese has another key does not compile, nor does this without one of the areas. */
export const en: UiStrings = {
  ...enAfter,
  ...enAlone,
  ...enAppointment,
  ...enBoard,
  ...enDashboard,
  ...enFeedback,
  ...enFields,
  ...enFinder,
  ...enFlow,
  ...enGuide,
  ...enHandOff,
  ...enManyRows,
  ...enOffer,
  ...enOrigins,
  ...enPanel,
  ...enPrefill,
  ...enPlaces,
  ...enRefusal,
  ...enRows,
  ...enSearch,
  ...enShared,
  ...enSign,
  ...enUploads,
}
