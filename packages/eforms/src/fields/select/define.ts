import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaSelectField } from './select-field.ts'

defineOnce(MotcuaSelectField.tag, MotcuaSelectField)

declare global { interface HTMLElementTagNameMap { [MotcuaSelectField.tag]: MotcuaSelectField } }
