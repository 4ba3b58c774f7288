import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaCheckboxField } from './checkbox-field.ts'

defineOnce(MotcuaCheckboxField.tag, MotcuaCheckboxField)
