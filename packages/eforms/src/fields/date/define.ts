import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaDateField } from './date-field.ts'

defineOnce(MotcuaDateField.tag, MotcuaDateField)

declare global { interface HTMLElementTagNameMap { [MotcuaDateField.tag]: MotcuaDateField } }
