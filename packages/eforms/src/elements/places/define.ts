import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaPlaces } from './places.ts'

defineOnce('motcua-places', MotcuaPlaces)

declare global { interface HTMLElementTagNameMap { 'motcua-places': MotcuaPlaces } }
