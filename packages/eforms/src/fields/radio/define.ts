import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaRadioField } from './radio-field.ts'

defineOnce(MotcuaRadioField.tag, MotcuaRadioField)

declare global { interface HTMLElementTagNameMap { [MotcuaRadioField.tag]: MotcuaRadioField } }
