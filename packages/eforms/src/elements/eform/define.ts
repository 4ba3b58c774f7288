import { defineOnce } from '../../dom/define-once.ts'
import type { EformEventMap } from '../../eform/events.ts'
import { MotcuaEform } from './eform.ts'

defineOnce('motcua-eform', MotcuaEform)

declare global {
  interface HTMLElementTagNameMap { 'motcua-eform': MotcuaEform }
  interface GlobalEventHandlersEventMap extends EformEventMap {}
}
