import { defineOnce } from '../../dom/define-once.ts'
import { offerRating } from '../../panels/offer-rating.ts'
import { MotcuaFeedback } from './feedback.ts'

defineOnce('motcua-feedback', MotcuaFeedback)
offerRating(async () => {})

declare global { interface HTMLElementTagNameMap { 'motcua-feedback': MotcuaFeedback } }
