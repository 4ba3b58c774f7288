import type { Issue } from '@motcua/core/errors'
import type { JsonObject } from '@motcua/core/json'
import type { Procedure, RequiredDocument } from '@motcua/schemas/definition'
import { conditionHolds, type RuleOptions } from './rule-options.ts'

export type { RuleOptions } from './rule-options.ts'
export { sniffMediaType, SNIFFED_MEDIA_TYPES, type SniffedMediaType } from './media-type.ts'

/** What the look-up of a paper in a State database or repository gave. */
export type LookupOutcome = 'found' | 'failed' | 'unavailable'

/** Why a paper of the list is asked for, or is not. */
export const CHECKLIST_REASONS = [
  'always', 'condition-met', 'condition-not-met', 'condition-unknown', 'optional', 'lookup-pending', 'lookup-found', 'lookup-failed', 'present-only',
] as const
export type ChecklistReason = (typeof CHECKLIST_REASONS)[number]

/** One line of the check-list (thành phần hồ sơ) of one dossier. */
export interface ChecklistItem {
  document: RequiredDocument
  /** The dossier is incomplete without it. */
  required: boolean
  /** The page may offer an upload for it. */
  askedFor: boolean
  reason: ChecklistReason
}

export interface ChecklistOptions extends RuleOptions {
  /** Outcome of each look-up by document id. A paper with need `lookup` is asked for only after `failed`. */
  lookups?: Readonly<Record<string, LookupOutcome>>
}

/**
 * Which papers of the procedure's closed list this dossier needs: all of the list, each with the reason.
 *
 * A paper the State can look up is asked for only when the look-up has failed, and never while it is unavailable; a paper
 * that is only shown at the counter is never asked for as an upload (Nghị định 18/2026/NĐ-CP, Nghị định 104/2022/NĐ-CP
 * art. 14(2); CONFIRMED, checked 2026-07-18). A condition whose answers are missing asks for nothing.
 *
 * @example
 * documentChecklist(procedure, answers, { on: '2026-11-23' }).filter((item) => item.askedFor)
 */
export function documentChecklist(procedure: Pick<Procedure, 'documents'>, answers: JsonObject, options: ChecklistOptions): ChecklistItem[] {
  return procedure.documents.map((document) => {
    const condition = conditionHolds(document.requiredWhen, answers, options)
    if (condition === 'unknown') return item(document, 'condition-unknown')
    if (!condition) return item(document, 'condition-not-met')
    if (document.need === 'present-only') return item(document, 'present-only')
    if (document.need === 'optional') return item(document, 'optional', { askedFor: true })
    if (document.need === 'required') return item(document, document.requiredWhen === undefined ? 'always' : 'condition-met', { askedFor: true, required: true })
    const outcome = options.lookups && Object.hasOwn(options.lookups, document.id) ? options.lookups[document.id] : undefined
    if (outcome === 'failed') return item(document, 'lookup-failed', { askedFor: true, required: true })
    return item(document, outcome === 'found' ? 'lookup-found' : 'lookup-pending')
  })
}

/** What is known of an attachment once it is stored. `bytes` is its size. */
export interface AttachmentFacts { documentId: string; mediaType: string; bytes: number }

/** Codes of {@link checkAttachments}. */
export const ATTACHMENT_PROBLEMS = ['missing-document', 'document-not-in-list', 'too-many-files', 'media-type', 'too-large', 'empty-file'] as const
export type AttachmentProblem = (typeof ATTACHMENT_PROBLEMS)[number]

/** An {@link Issue} at `/attachments` (paper as a whole) or `/attachments/<index>` (one file). */
export interface AttachmentIssue extends Issue { code: AttachmentProblem; documentId: string }

/**
 * What is wrong with the attachments of a dossier, given its check-list; an empty array means nothing.
 *
 * A paper that is in the procedure's list but not asked for in this case is refused like one outside it.
 *
 * @example
 * checkAttachments(checklist, [{ documentId: 'authorisation', mediaType: 'application/pdf', bytes: 120_000 }]) // []
 */
export function checkAttachments(checklist: readonly ChecklistItem[], attachments: readonly AttachmentFacts[]): AttachmentIssue[] {
  const issues: AttachmentIssue[] = []
  for (const { document, required } of checklist) {
    const count = attachments.filter((attachment) => attachment.documentId === document.id).length
    if (required && count === 0) issues.push(issue('missing-document', document.id, '/attachments', {}))
    if (count > document.maxFiles) issues.push(issue('too-many-files', document.id, '/attachments', { limit: document.maxFiles, count }))
  }
  for (const [index, attachment] of attachments.entries()) {
    const { documentId, mediaType, bytes } = attachment
    const pointer = `/attachments/${index}`
    const listed = checklist.find((line) => line.askedFor && line.document.id === documentId)
    if (!listed) { issues.push(issue('document-not-in-list', documentId, pointer, {})); continue }
    const { mediaTypes, maxBytes } = listed.document
    if (!mediaTypes.includes(mediaType)) issues.push(issue('media-type', documentId, pointer, { expected: mediaTypes.join(', '), received: mediaType }))
    if (bytes > maxBytes) issues.push(issue('too-large', documentId, pointer, { limit: maxBytes, bytes }))
    if (bytes <= 0) issues.push(issue('empty-file', documentId, pointer, {}))
  }
  return issues
}

function item(document: RequiredDocument, reason: ChecklistReason, flags: { askedFor?: boolean; required?: boolean } = {}): ChecklistItem {
  return { document, reason, askedFor: flags.askedFor ?? false, required: flags.required ?? false }
}

function issue(code: AttachmentProblem, documentId: string, pointer: string, params: Record<string, string | number>): AttachmentIssue {
  return { code, documentId, pointer, params: { documentId, ...params }, source: 'rule', severity: 'error', clears: 'revalidate' }
}
