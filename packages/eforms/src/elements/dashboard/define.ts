import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaDashboard } from './dashboard.ts'

defineOnce('motcua-dashboard', MotcuaDashboard)

declare global {
  interface HTMLElementTagNameMap { 'motcua-dashboard': MotcuaDashboard }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-month-change'> {}
}
