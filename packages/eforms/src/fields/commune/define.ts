import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaCommuneField } from './commune-field.ts'

defineOnce(MotcuaCommuneField.tag, MotcuaCommuneField)

declare global { interface HTMLElementTagNameMap { [MotcuaCommuneField.tag]: MotcuaCommuneField } }
