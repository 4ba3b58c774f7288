import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaCheckboxField } from './checkbox-field.ts'

defineOnce(MotcuaCheckboxField.tag, MotcuaCheckboxField)

declare global { interface HTMLElementTagNameMap { [MotcuaCheckboxField.tag]: MotcuaCheckboxField } }
