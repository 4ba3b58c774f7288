import { unsafeCSS } from 'lit'
import type { CSSResult } from 'lit'
import { base } from './base.ts'
import { controls } from './controls.ts'
import { panels } from './panels.ts'
import { print } from './print.ts'
import { seldom } from './seldom.ts'
import { tokens } from './tokens.ts'

/** Styles of every element of the kit, in order. Lit adopts one constructable sheet per entry and shares it between instances. */
export const sheet: CSSResult[] = [tokens, base, controls, seldom, panels, print].map((text) => unsafeCSS(text))
