import { defineOnce } from './dom/define-once.ts'
import { MotcuaEform } from './elements/eform/eform.ts'
import { MotcuaPayment } from './elements/payment/payment.ts'
import { MotcuaTracker } from './elements/tracker/tracker.ts'
import { MotcuaVerify } from './elements/verify/verify.ts'
import { MotcuaDateField } from './field-shell/date-field/date-field.ts'
import { MotcuaSelectField } from './field-shell/select-field/select-field.ts'
import { MotcuaTextField } from './field-shell/text-field/text-field.ts'

// Not by importing the other `define` entries: shared by two entries, their calls would move to a chunk, and a bundler
// that believes `sideEffects` would drop it.
defineOnce('motcua-eform', MotcuaEform)
defineOnce('motcua-payment', MotcuaPayment)
defineOnce('motcua-tracker', MotcuaTracker)
defineOnce('motcua-verify', MotcuaVerify)
defineOnce('motcua-text-field', MotcuaTextField)
defineOnce('motcua-date-field', MotcuaDateField)
defineOnce('motcua-select-field', MotcuaSelectField)
