import type { viAfter } from './vi-after.ts'
import type { viAlone } from './vi-alone.ts'
import type { viAppointment } from './vi-appointment.ts'
import type { viBoard } from './vi-board.ts'
import type { viDashboard } from './vi-dashboard.ts'
import type { viFeedback } from './vi-feedback.ts'
import type { viFields } from './vi-fields.ts'
import type { viFinder } from './vi-finder.ts'
import type { viFlow } from './vi-flow.ts'
import type { viGuide } from './vi-guide.ts'
import type { viHandOff } from './vi-hand-off.ts'
import type { viManyRows } from './vi-many-rows.ts'
import type { viOffer } from './vi-offer.ts'
import type { viOrigins } from './vi-origins.ts'
import type { viPanel } from './vi-panel.ts'
import type { viPrefill } from './vi-prefill.ts'
import type { viPlaces } from './vi-places.ts'
import type { viRefusal } from './vi-refusal.ts'
import type { viRows } from './vi-rows.ts'
import type { viSearch } from './vi-search.ts'
import type { viShared } from './vi-shared.ts'
import type { viSign } from './vi-sign.ts'
import type { viUploads } from './vi-uploads.ts'

export type UiKey = keyof typeof viSign | keyof typeof viDashboard | keyof typeof viFeedback | keyof typeof viFields | keyof typeof viFinder | keyof typeof viFlow | keyof typeof viGuide | keyof typeof viHandOff | keyof typeof viUploads | keyof typeof viAfter | keyof typeof viAlone | keyof typeof viAppointment | keyof typeof viBoard | keyof typeof viManyRows | keyof typeof viOffer | keyof typeof viOrigins | keyof typeof viPanel | keyof typeof viPrefill | keyof typeof viPlaces | keyof typeof viRefusal | keyof typeof viRows | keyof typeof viSearch | keyof typeof viShared
/**
 * Same keys in every language. What the person is to do begins with “Hãy”, in English with the verb; never “vui lòng”, “bạn hãy” or
 * “please”. The person is “bạn”: a small letter within a sentence, “Bạn” where one begins. One entry of a repeating group is “mục” (item); “hàng” (row) is a line of a pasted table.
 */
export type UiStrings = Readonly<Record<UiKey, string>>

/** An area in another language: the keys of its Vietnamese, each with its words. */
export type AreaLike<Vietnamese> = Readonly<Record<keyof Vietnamese, string>>
