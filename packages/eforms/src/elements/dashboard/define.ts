import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaDashboard } from './dashboard.ts'

defineOnce('motcua-dashboard', MotcuaDashboard)
