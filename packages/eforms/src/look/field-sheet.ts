import { unsafeCSS } from 'lit'
import type { CSSResult } from 'lit'
import { base } from './base.ts'
import { controls } from './controls.ts'
import { answers } from './panels.ts'
import { print } from './print.ts'
import { seldom } from './seldom.ts'
import { tokens } from './tokens.ts'

/** Of the styles of every element, what a field needs that stands alone. */
export const fieldSheet: CSSResult[] = [tokens, base, controls, seldom, answers, print].map((text) => unsafeCSS(text))
