import { TextControl, tidyDigits } from '../text-control.ts'
/** Whole number in a text box: no spin buttons that change by scrolling. */
export const createInteger = () => new TextControl({ inputMode: 'numeric', widthChars: 4, tidy: tidyDigits })
