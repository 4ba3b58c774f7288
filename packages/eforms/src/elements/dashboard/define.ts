import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaDashboard } from './dashboard.ts'

defineOnce('motcua-dashboard', MotcuaDashboard)

declare global { interface HTMLElementTagNameMap { 'motcua-dashboard': MotcuaDashboard } }
