import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaConsentField } from './consent-field.ts'

defineOnce(MotcuaConsentField.tag, MotcuaConsentField)

declare global { interface HTMLElementTagNameMap { [MotcuaConsentField.tag]: MotcuaConsentField } }
