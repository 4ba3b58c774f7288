import { TextControl } from '../text-control.ts'
/** E-mail address. */
export const createEmail = () => new TextControl({ type: 'email', inputMode: 'email', autocapitalize: 'none', widthChars: 40 })
