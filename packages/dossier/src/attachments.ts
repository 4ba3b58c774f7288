import type { Issue } from '@motcua/core/errors'
import type { ChecklistItem } from './documents.ts'

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

function issue(code: AttachmentProblem, documentId: string, pointer: string, params: Record<string, string | number>): AttachmentIssue {
  return { code, documentId, pointer, params: { documentId, ...params }, source: 'rule', severity: 'error', clears: 'revalidate' }
}
