import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaTextField } from './text-field.ts'

defineOnce(MotcuaTextField.tag, MotcuaTextField)

declare global { interface HTMLElementTagNameMap { [MotcuaTextField.tag]: MotcuaTextField } }
