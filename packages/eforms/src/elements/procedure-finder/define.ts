import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaProcedureFinder } from './procedure-finder.ts'

defineOnce('motcua-procedure-finder', MotcuaProcedureFinder)

declare global {
  interface HTMLElementTagNameMap { 'motcua-procedure-finder': MotcuaProcedureFinder }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-procedure-chosen'> {}
}
