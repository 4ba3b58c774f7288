import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPayment } from './payment.ts'

defineOnce('motcua-payment', MotcuaPayment)

declare global { interface HTMLElementTagNameMap { 'motcua-payment': MotcuaPayment } }
