import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaLongTextField } from './long-text-field.ts'

defineOnce(MotcuaLongTextField.tag, MotcuaLongTextField)

declare global { interface HTMLElementTagNameMap { [MotcuaLongTextField.tag]: MotcuaLongTextField } }
