import { defineOnce } from './dom/define-once.ts'
import { MotcuaBoard } from './elements/board/board.ts'
import { MotcuaDashboard } from './elements/dashboard/dashboard.ts'
import { MotcuaEform } from './elements/eform/eform.ts'
import type { ElementEventMap } from './elements/element-events.ts'
import { MotcuaFeedback } from './elements/feedback/feedback.ts'
import { MotcuaGuide } from './elements/guide/guide.ts'
import { MotcuaPayment } from './elements/payment/payment.ts'
import { MotcuaPlaces } from './elements/places/places.ts'
import { MotcuaProcedureFinder } from './elements/procedure-finder/procedure-finder.ts'
import { MotcuaSign } from './elements/sign/sign.ts'
import { MotcuaTracker } from './elements/tracker/tracker.ts'
import { MotcuaVerify } from './elements/verify/verify.ts'
import { FIELD_ELEMENTS } from './field-shell/field-elements.ts'
import { offerRating } from './panels/offer-rating.ts'

// Not by importing the other `define` entries: shared by two entries, their calls would move to a chunk, and a bundler
// that believes `sideEffects` would drop it.
defineOnce('motcua-board', MotcuaBoard)
defineOnce('motcua-dashboard', MotcuaDashboard)
defineOnce('motcua-eform', MotcuaEform)
defineOnce('motcua-feedback', MotcuaFeedback)
defineOnce('motcua-guide', MotcuaGuide)
defineOnce('motcua-payment', MotcuaPayment)
defineOnce('motcua-places', MotcuaPlaces)
defineOnce('motcua-procedure-finder', MotcuaProcedureFinder)
defineOnce('motcua-sign', MotcuaSign)
defineOnce('motcua-tracker', MotcuaTracker)
defineOnce('motcua-verify', MotcuaVerify)
offerRating(async () => {})
for (const element of FIELD_ELEMENTS) defineOnce(element.tag, element)

type FieldTags = { [Field in (typeof FIELD_ELEMENTS)[number] as Field['tag']]: InstanceType<Field> }

declare global {
  interface HTMLElementTagNameMap extends FieldTags {
    'motcua-board': MotcuaBoard
    'motcua-dashboard': MotcuaDashboard
    'motcua-eform': MotcuaEform
    'motcua-feedback': MotcuaFeedback
    'motcua-guide': MotcuaGuide
    'motcua-payment': MotcuaPayment
    'motcua-places': MotcuaPlaces
    'motcua-procedure-finder': MotcuaProcedureFinder
    'motcua-sign': MotcuaSign
    'motcua-tracker': MotcuaTracker
    'motcua-verify': MotcuaVerify
  }
  interface GlobalEventHandlersEventMap extends ElementEventMap {}
}
