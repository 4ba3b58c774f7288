export { SENTENCES_EN as sentences } from '@motcua/form-core'
export { en } from './en.ts'
