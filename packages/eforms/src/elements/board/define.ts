import { defineOnce } from '../../dom/define-once.ts'
import type { ElementEventMap } from '../element-events.ts'
import { MotcuaBoard } from './board.ts'

defineOnce('motcua-board', MotcuaBoard)

declare global {
  interface HTMLElementTagNameMap { 'motcua-board': MotcuaBoard }
  interface GlobalEventHandlersEventMap extends Pick<ElementEventMap, 'motcua-called'> {}
}
