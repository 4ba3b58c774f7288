import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaPlaces } from './places.ts'

defineOnce('motcua-places', MotcuaPlaces)

declare global {
  interface HTMLElementTagNameMap { 'motcua-places': MotcuaPlaces }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-commune-chosen'> {}
}
