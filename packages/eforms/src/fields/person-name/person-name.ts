import { TextControl } from '../text-control.ts'
/** Surname, middle name, given name, in the order of the birth certificate. */
export const createPersonName = () => new TextControl({ autocapitalize: 'words' })
