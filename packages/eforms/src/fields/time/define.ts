import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaTimeField } from './time-field.ts'

defineOnce(MotcuaTimeField.tag, MotcuaTimeField)

declare global { interface HTMLElementTagNameMap { [MotcuaTimeField.tag]: MotcuaTimeField } }
