export { definition } from './generated/definitions/extract-copy/2026-01-14.ts'
