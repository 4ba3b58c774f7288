import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPersonField } from './person-field.ts'

defineOnce(MotcuaPersonField.tag, MotcuaPersonField)

declare global { interface HTMLElementTagNameMap { [MotcuaPersonField.tag]: MotcuaPersonField } }
