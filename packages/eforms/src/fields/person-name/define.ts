import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPersonNameField } from './person-name-field.ts'

defineOnce(MotcuaPersonNameField.tag, MotcuaPersonNameField)

declare global { interface HTMLElementTagNameMap { [MotcuaPersonNameField.tag]: MotcuaPersonNameField } }
