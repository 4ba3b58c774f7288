import { defineOnce } from '../../dom/define-once.ts'
import { offerRating } from '../../panels/offer-rating.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaFeedback } from './feedback.ts'

defineOnce('motcua-feedback', MotcuaFeedback)
offerRating(async () => {})

declare global {
  interface HTMLElementTagNameMap { 'motcua-feedback': MotcuaFeedback }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-rated' | 'motcua-feedback-sent'> {}
}
