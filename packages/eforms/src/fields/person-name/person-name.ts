import { TextControl, tidyLine } from '../text-control.ts'
/** Surname, middle name, given name, in the order of the birth certificate. A telephone types a curled apostrophe in H'Rim, which records have straight. */
export const createPersonName = () => new TextControl({ autocapitalize: 'words', tidy: (text) => tidyLine(text).replace(/[‘’]/g, "'") })
