import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaEmailField } from './email-field.ts'

defineOnce(MotcuaEmailField.tag, MotcuaEmailField)

declare global { interface HTMLElementTagNameMap { [MotcuaEmailField.tag]: MotcuaEmailField } }
