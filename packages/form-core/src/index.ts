export { createForm } from './create-form.ts'
export { FieldLockedError, RowLimitError, SnapshotError, UnknownPointerError } from './errors.ts'
export { hint, label, legend, localePointer, message, pageTitle } from './message.ts'
export type { MessageWords } from './message.ts'
export { readTyped } from './read/typed.ts'
export type { RawAnswer } from './read/typed.ts'
export { issuesFromProblem } from './problem-issues.ts'
export { project, projectPayload } from './project.ts'
export type { ProjectOptions } from './project.ts'
export type { RuleKnowledge } from './rule-context.ts'
export { LOCALES, PREFILL_SOURCES, PROVENANCES } from './types.ts'
export type {
  CreateFormOptions, DefinitionVersion, FieldIssue, FieldState, FilledBy, Form, FormAnswers, FormSnapshot, GroupState, ItemState,
  Locale, PageState, Prefill, PrefillSource, Provenance, RemovedRow, RepeatState, RowState, SetValueOptions,
} from './types.ts'
