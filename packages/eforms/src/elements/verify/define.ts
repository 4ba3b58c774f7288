import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaVerify } from './verify.ts'

defineOnce('motcua-verify', MotcuaVerify)

declare global { interface HTMLElementTagNameMap { 'motcua-verify': MotcuaVerify } }
