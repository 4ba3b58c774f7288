import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaMoneyField } from './money-field.ts'

defineOnce(MotcuaMoneyField.tag, MotcuaMoneyField)

declare global { interface HTMLElementTagNameMap { [MotcuaMoneyField.tag]: MotcuaMoneyField } }
