import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaYesNoField } from './yes-no-field.ts'

defineOnce(MotcuaYesNoField.tag, MotcuaYesNoField)

declare global { interface HTMLElementTagNameMap { [MotcuaYesNoField.tag]: MotcuaYesNoField } }
