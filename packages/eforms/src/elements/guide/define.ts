import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaGuide } from './guide.ts'

defineOnce('motcua-guide', MotcuaGuide)

declare global {
  interface HTMLElementTagNameMap { 'motcua-guide': MotcuaGuide }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-procedure-chosen'> {}
}
