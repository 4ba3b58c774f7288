import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaDateField } from './date-field.ts'

defineOnce('motcua-date-field', MotcuaDateField)
