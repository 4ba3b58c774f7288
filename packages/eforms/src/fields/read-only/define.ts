import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaReadOnlyField } from './read-only-field.ts'

defineOnce(MotcuaReadOnlyField.tag, MotcuaReadOnlyField)

declare global { interface HTMLElementTagNameMap { [MotcuaReadOnlyField.tag]: MotcuaReadOnlyField } }
