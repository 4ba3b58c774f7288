import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaIntegerField } from './integer-field.ts'

defineOnce(MotcuaIntegerField.tag, MotcuaIntegerField)

declare global { interface HTMLElementTagNameMap { [MotcuaIntegerField.tag]: MotcuaIntegerField } }
