import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaSign } from './sign.ts'

defineOnce('motcua-sign', MotcuaSign)

declare global { interface HTMLElementTagNameMap { 'motcua-sign': MotcuaSign } }
