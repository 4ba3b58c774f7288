import type { Dossier, DossierSummary, IntakeSlip, OfficerDossier, PaymentRequest, ResultFile, Trust } from './contract.ts'
import { both, instant, integer, list, matching, nullable, object, oneOf, optional, record, text } from './shape.ts'
import { fee, hash, named, words } from './shapes.ts'
import { STORED_FILE } from './stored-file.ts'

const state = oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
const summary = object({
  code: text, slug: text, procedureCode: text, procedureName: words, state, submittedAt: instant, dueAt: optional(nullable(instant)),
})
const payment = object({
  id: text, provider: text, amountVnd: integer, currency: oneOf('VND'), reference: text, qrPayload: text, expiresAt: instant,
  account: object({ bin: text, bankName: text, number: text, holder: text }),
  state: oneOf('pending', 'partial', 'paid', 'over', 'expired', 'refund-due'),
  paidVnd: optional(integer),
  receipt: optional(object({ number: text, issuedAt: instant, amountVnd: integer, payer: text })),
})
const resultFile = object({ fileId: text, name: text, sha256: hash, bytes: integer })
const assistedBy = object({ kind: oneOf('officer', 'youth-volunteer', 'relative'), mode: oneOf('guided', 'operated'), reason: optional(text) })
const dossier = both(summary, object({
  commune: text, agencyName: text, fee, payment: optional(payment),
  steps: list(object({ kind: text, at: instant, state, by: object({ role: oneOf('citizen', 'officer', 'system'), name: text }) })),
  supplement: optional(object({ documents: list(text), note: text, requestedAt: instant })),
  results: list(resultFile), attachments: list(STORED_FILE.shape), lateReason: nullable(text), assistedBy: optional(assistedBy),
}))

export const DOSSIER = named<Dossier>('Dossier', dossier)
export const DOSSIER_LIST = named<{ dossiers: DossierSummary[] }>('list of dossiers', object({ dossiers: list(summary) }))
export const OFFICER_DOSSIER = named<OfficerDossier>('OfficerDossier', both(dossier, object({ answers: record, lastStepHash: hash, allowedSteps: list(text) })))
export const INTAKE_SLIP = named<IntakeSlip>('IntakeSlip', object({
  number: text, code: text, agencyName: text, procedureName: text, submitter: text, documents: list(text), receivedAt: instant, dueAt: instant, receivedBy: text,
}))
export const MANIFEST = named<{ manifest: string }>('manifest', object({ manifest: matching(/^[\w-]+\.[\w-]+\.[\w-]+$/) }))
export const PAYMENT_REQUEST = named<PaymentRequest>('PaymentRequest', payment)
export const RESULT_FILE = named<ResultFile>('ResultFile', resultFile)
export const TRUST = named<Trust>('Trust', object({
  anchors: list(object({ name: text, certificate: text })),
  agencies: list(object({ agencyCode: text, name: text, certificates: list(text) })),
}))
