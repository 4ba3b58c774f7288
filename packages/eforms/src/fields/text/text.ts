import { TextControl } from '../text-control.ts'
/** One line of text. */
export const createText = () => new TextControl({ autocapitalize: 'sentences' })
