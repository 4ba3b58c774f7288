import { defineOnce } from '../../dom/define-once.ts'
import { MotcuaBoard } from './board.ts'

defineOnce('motcua-board', MotcuaBoard)

declare global { interface HTMLElementTagNameMap { 'motcua-board': MotcuaBoard } }
