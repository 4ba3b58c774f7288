export { readTyped } from './read/typed.ts'
export type { RawAnswer } from './read/typed.ts'
