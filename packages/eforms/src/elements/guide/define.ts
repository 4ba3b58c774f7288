import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaGuide } from './guide.ts'

defineOnce('motcua-guide', MotcuaGuide)

declare global { interface HTMLElementTagNameMap { 'motcua-guide': MotcuaGuide } }
