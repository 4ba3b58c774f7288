import { checkAttachments } from '@motcua/dossier/documents'
import type { ChecklistItem } from '@motcua/dossier/documents'
import type { FieldIssue, Form } from '@motcua/form-core'
import { fieldId } from '../form-view/context.ts'
import type { Words } from '../locales/strings.ts'
import type { StoredFile } from '../services/contract.ts'
import { DOCUMENTS_STEP } from './flow-types.ts'
import type { FlowError, Opened } from './flow-types.ts'
import { nameOfDocument } from './name-of-document.ts'

export interface IssueErrorsOptions {
  /** Where an issue without a page is shown. */
  step: string
  /** Page that is drawn on that step. */
  closing: string | undefined
  /** Step that a page is on. */
  stepOf(page: string): string
}

/** Errors among the form's issues, each with the step and the element that mends it. Warnings stop nobody. */
export function issueErrors(issues: readonly FieldIssue[], { step, closing, stepOf }: IssueErrorsOptions): FlowError[] {
  return issues.filter((issue) => issue.severity === 'error')
    .map((issue) => ({ id: fieldId(issue.pointer), text: issue, step: issue.page === undefined || issue.page === closing ? step : stepOf(issue.page) }))
}

/** What is wrong with the papers; nothing when they are handed over elsewhere. */
export function documentErrors({ definition, uploads }: Opened, checklist: readonly ChecklistItem[], attachments: readonly StoredFile[], words: Words): FlowError[] {
  if (!uploads) return []
  const error = (documentId: string, text: 'documentUploading' | 'documentMissing'): FlowError =>
    ({ id: `doc-${documentId}`, text, values: { name: nameOfDocument(definition.procedure, documentId, words) }, step: DOCUMENTS_STEP })
  const moving = uploads.entries.find(({ state }) => state === 'uploading' || state === 'waiting' || state === 'checking')
  if (moving) return [error(moving.documentId, 'documentUploading')]
  return checkAttachments(checklist, attachments).map((issue) => {
    const missing = error(issue.documentId, 'documentMissing')
    // The file stands there: it must be sent again, not attached again.
    const failed = uploads.of(issue.documentId).find(({ state, file }) => state === 'failed' && file)
    return failed ? { ...missing, text: 'documentFailed', values: { name: failed.name } } : missing
  })
}

/** Number of the row that a question is in, from 1; `undefined` outside rows. */
export function rowNumber(form: Form, pointer: string): number | undefined {
  const inPayload = form.payloadPointer(pointer)
  const [, index] = (inPayload === pointer ? undefined : /\/(\d+)(?:\/|$)/.exec(inPayload ?? '')) ?? []
  return index === undefined ? undefined : Number(index) + 1
}
