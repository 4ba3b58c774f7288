import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaSearchSelectField } from './search-select-field.ts'

defineOnce(MotcuaSearchSelectField.tag, MotcuaSearchSelectField)

declare global { interface HTMLElementTagNameMap { [MotcuaSearchSelectField.tag]: MotcuaSearchSelectField } }
