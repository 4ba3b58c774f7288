import { TextControl, tidyDigits, tidyLine } from '../text-control.ts'

/** Whole number in a text box: no spin buttons that change by scrolling. */
export const createInteger = () => new TextControl({ inputMode: 'numeric', widthChars: 4, tidy: tidyInteger })

/** Only marks between thousands go: "1.5" without its point, or "2-3" without its dash, would be another number, and a valid one. */
export function tidyInteger(text: string): string { return /^\d{1,3}([.\s])\d{3}(?:\1\d{3})*$/.test(text.trim()) ? tidyDigits(text) : tidyLine(text) }
