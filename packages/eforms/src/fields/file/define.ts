import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaFileField } from './file-field.ts'

defineOnce(MotcuaFileField.tag, MotcuaFileField)

declare global { interface HTMLElementTagNameMap { [MotcuaFileField.tag]: MotcuaFileField } }
