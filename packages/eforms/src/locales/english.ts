export { SENTENCES_EN as sentences } from '@motcua/form-core/english'
export { en } from './en.ts'
