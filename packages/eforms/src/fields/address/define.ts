import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaAddressField } from './address-field.ts'

defineOnce(MotcuaAddressField.tag, MotcuaAddressField)

declare global { interface HTMLElementTagNameMap { [MotcuaAddressField.tag]: MotcuaAddressField } }
