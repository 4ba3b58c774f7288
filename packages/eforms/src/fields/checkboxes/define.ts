import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaCheckboxesField } from './checkboxes-field.ts'

defineOnce(MotcuaCheckboxesField.tag, MotcuaCheckboxesField)

declare global { interface HTMLElementTagNameMap { [MotcuaCheckboxesField.tag]: MotcuaCheckboxesField } }
