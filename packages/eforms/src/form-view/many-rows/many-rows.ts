import { mountRowCount } from './row-count.ts'
import { mountRowPaste } from './row-paste.ts'

/** The ways to add many rows at once. */
export const MANY_ROWS = { count: mountRowCount, paste: mountRowPaste } as const
export type ManyRowsWay = keyof typeof MANY_ROWS
