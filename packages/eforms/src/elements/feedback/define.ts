import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaFeedback } from './feedback.ts'

defineOnce('motcua-feedback', MotcuaFeedback)
