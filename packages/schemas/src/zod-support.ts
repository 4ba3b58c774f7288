/** What generated zod code stands on. Code of `motcua generate --out` imports it; write no code against it by hand. */
export { codePoints, presence, rows, unique, whole } from './zod/checks.ts'
export { parseWith, type ParseResult } from './zod/issues.ts'
