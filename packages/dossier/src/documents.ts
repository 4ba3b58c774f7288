import type { JsonObject } from '@motcua/core/json'
import type { Procedure, RequiredDocument } from '@motcua/schemas/definition'
import { conditionHolds, type RuleOptions } from './rule-options.ts'

export type { RuleOptions } from './rule-options.ts'
export { ATTACHMENT_PROBLEMS, checkAttachments } from './attachments.ts'
export type { AttachmentFacts, AttachmentIssue, AttachmentProblem } from './attachments.ts'
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

function item(document: RequiredDocument, reason: ChecklistReason, flags: { askedFor?: boolean; required?: boolean } = {}): ChecklistItem {
  return { document, reason, askedFor: flags.askedFor ?? false, required: flags.required ?? false }
}
