import { TextControl, tidyDigits } from '../text-control.ts'
/** Telephone number. */
export const createPhone = () => new TextControl({ type: 'tel', inputMode: 'tel', widthChars: 14, tidy: tidyDigits })
