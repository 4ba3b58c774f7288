import { TextControl, tidyDigits } from '../text-control.ts'
/** Personal identification number (số định danh cá nhân): twelve digits kept as text. */
export const createPersonalId = () => new TextControl({ inputMode: 'numeric', widthChars: 14, tidy: tidyDigits })
