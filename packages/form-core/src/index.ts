export { createForm } from './create-form.ts'
export { FieldLockedError, RowLimitError, SnapshotError, UnknownPointerError } from './errors.ts'
export { hint, label, legend, pageTitle } from './labels.ts'
export { message } from './message.ts'
export { localePointer, messageIn } from './message-in.ts'
export type { MessageWords } from './message-in.ts'
export type { Sentences } from './words/sentences.ts'
export { SENTENCES_VI } from './words/vi.ts'
export { readTyped } from './read-typed.ts'
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
