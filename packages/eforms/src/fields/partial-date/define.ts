import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPartialDateField } from './partial-date-field.ts'

defineOnce(MotcuaPartialDateField.tag, MotcuaPartialDateField)

declare global { interface HTMLElementTagNameMap { [MotcuaPartialDateField.tag]: MotcuaPartialDateField } }
