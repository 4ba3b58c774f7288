import { TextControl } from '../text-control.ts'
/** Several lines of text. */
export const createLongText = () => new TextControl({ multiline: true })
