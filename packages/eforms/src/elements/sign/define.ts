import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaSign } from './sign.ts'

defineOnce('motcua-sign', MotcuaSign)

declare global {
  interface HTMLElementTagNameMap { 'motcua-sign': MotcuaSign }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-signing-end'> {}
}
