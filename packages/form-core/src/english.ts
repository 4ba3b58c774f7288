export { SENTENCES_EN } from './words/en.ts'
