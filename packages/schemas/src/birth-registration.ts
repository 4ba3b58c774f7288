export { definition } from './generated/definitions/birth-registration/2026-01-14.ts'
