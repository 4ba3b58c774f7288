import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPhoneField } from './phone-field.ts'

defineOnce(MotcuaPhoneField.tag, MotcuaPhoneField)

declare global { interface HTMLElementTagNameMap { [MotcuaPhoneField.tag]: MotcuaPhoneField } }
