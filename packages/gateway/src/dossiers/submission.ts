import type { JsonObject } from '@motcua/core/json'
import { Members } from '../http/body.ts'

const SHA256 = /^[0-9a-f]{64}$/

export interface SubmittedAttachment { documentId: string; uploadId: string; sha256: string }

/** A submission as the contract has it; nothing else of the body is read. */
export interface Submission {
  procedure: { slug: string; effectiveFrom: string; sha256: string }
  commune: string
  answers: JsonObject
  attachments: SubmittedAttachment[]
  assistedBy?: { kind: 'officer' | 'youth-volunteer' | 'relative'; mode: 'guided' | 'operated'; reason?: string }
  locale: 'vi' | 'en'
}

export function parseSubmission(body: JsonObject): Submission {
  const members = new Members(body)
  const procedure = members.members('procedure')
  const helper = members.has('assistedBy') ? members.members('assistedBy') : undefined
  return {
    procedure: { slug: procedure.text('slug', { maxLength: 100 }), effectiveFrom: procedure.text('effectiveFrom', { pattern: /^\d{4}-\d{2}-\d{2}$/ }), sha256: procedure.text('sha256', { pattern: SHA256 }) },
    commune: members.text('commune', { pattern: /^[0-9]{5}$/ }),
    answers: members.object('answers'),
    attachments: parseAttachments(members),
    ...(helper === undefined ? {} : {
      assistedBy: {
        kind: helper.oneOf('kind', ['officer', 'youth-volunteer', 'relative']),
        mode: helper.oneOf('mode', ['guided', 'operated']),
        ...(helper.has('reason') ? { reason: helper.text('reason', { maxLength: 500 }) } : {}),
      },
    }),
    locale: members.oneOf('locale', ['vi', 'en']),
  }
}

export function parseAttachments(members: Members): SubmittedAttachment[] {
  return members.list('attachments', 50).map((item) => ({
    documentId: item.text('documentId', { maxLength: 100 }),
    uploadId: item.text('uploadId', { pattern: /^[0-9a-f-]{36}$/ }),
    sha256: item.text('sha256', { pattern: SHA256 }),
  }))
}
