import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaTracker } from './tracker.ts'

defineOnce('motcua-tracker', MotcuaTracker)

declare global { interface HTMLElementTagNameMap { 'motcua-tracker': MotcuaTracker } }
