import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPersonalIdField } from './personal-id-field.ts'

defineOnce(MotcuaPersonalIdField.tag, MotcuaPersonalIdField)

declare global { interface HTMLElementTagNameMap { [MotcuaPersonalIdField.tag]: MotcuaPersonalIdField } }
