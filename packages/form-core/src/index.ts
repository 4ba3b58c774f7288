export { LOCALES, PROVENANCES } from './types.ts'
export type * from './types.ts'
export { FieldLockedError, RowLimitError, RuleCycleError, SnapshotError, UnknownPointerError } from './errors.ts'
