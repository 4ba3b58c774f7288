import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaNumberField } from './number-field.ts'

defineOnce(MotcuaNumberField.tag, MotcuaNumberField)

declare global { interface HTMLElementTagNameMap { [MotcuaNumberField.tag]: MotcuaNumberField } }
