import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaProvinceField } from './province-field.ts'

defineOnce(MotcuaProvinceField.tag, MotcuaProvinceField)

declare global { interface HTMLElementTagNameMap { [MotcuaProvinceField.tag]: MotcuaProvinceField } }
