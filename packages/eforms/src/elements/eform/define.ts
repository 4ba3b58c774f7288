import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaEform } from './eform.ts'

defineOnce('motcua-eform', MotcuaEform)
