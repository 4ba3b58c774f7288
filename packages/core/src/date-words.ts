export { createDateWords, dateInWords } from './dates/in-words.ts'
export type { DateWordsParts, DateWordsRenderer, DateWordsStyle } from './dates/in-words.ts'
