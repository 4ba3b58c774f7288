import type { JsonObject } from '@motcua/core/json'
import { Members } from '../http/body.ts'

const SHA256 = /^[0-9a-f]{64}$/

export interface SubmittedAttachment { documentId: string; uploadId: string; sha256: string }

/** Who helped at the counter. A helper who operated the form says why. */
export type AssistedBy = { kind: HelperKind; mode: 'guided' } | { kind: HelperKind; mode: 'operated'; reason: string }
const HELPER_KINDS = ['officer', 'youth-volunteer', 'relative'] as const
type HelperKind = (typeof HELPER_KINDS)[number]

/** A submission as the contract has it; nothing else of the body is read. */
export interface Submission {
  procedure: { slug: string; effectiveFrom: string; sha256: string }
  commune: string
  answers: JsonObject
  attachments: SubmittedAttachment[]
  assistedBy?: AssistedBy
  locale: 'vi' | 'en'
}

export function parseSubmission(body: JsonObject): Submission {
  const members = new Members(body)
  const procedure = members.members('procedure')
  return {
    procedure: { slug: procedure.text('slug', { maxLength: 100 }), effectiveFrom: procedure.text('effectiveFrom', { pattern: /^\d{4}-\d{2}-\d{2}$/ }), sha256: procedure.text('sha256', { pattern: SHA256 }) },
    commune: members.text('commune', { pattern: /^[0-9]{5}$/ }),
    answers: members.object('answers'),
    attachments: parseAttachments(members),
    ...(members.has('assistedBy') ? { assistedBy: parseAssistedBy(members.members('assistedBy')) } : {}),
    locale: members.oneOf('locale', ['vi', 'en']),
  }
}

function parseAssistedBy(helper: Members): AssistedBy {
  const kind = helper.oneOf('kind', HELPER_KINDS)
  const mode = helper.oneOf('mode', ['guided', 'operated'])
  return mode === 'guided' ? { kind, mode } : { kind, mode, reason: helper.text('reason', { pattern: /\S/, maxLength: 500 }) }
}

export function parseAttachments(members: Members): SubmittedAttachment[] {
  return members.list('attachments', 50).map((item) => ({
    documentId: item.text('documentId', { maxLength: 100 }),
    uploadId: item.text('uploadId', { pattern: /^[0-9a-f-]{36}$/ }),
    sha256: item.text('sha256', { pattern: SHA256 }),
  }))
}
