import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaSelectField } from './select-field.ts'

defineOnce('motcua-select-field', MotcuaSelectField)
