import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import type {
  Acknowledgement, Commune, Dossier, DossierSummary, IntakeSlip, OfficerDossier, PaymentRequest, Person, ResultFile, ServedDefinition, Session, StoredFile, Trust,
} from './contract.ts'
import { both, instant, integer, list, matching, nullable, object, oneOf, optional, record, text, type Shape } from './shape.ts'

/** A shape that stands for a type of the contract: a value that conforms may be used as `Type`. */
export interface ShapeOf<Type> { readonly shape: Shape; readonly name: string; readonly type?: Type }

const hash = matching(/^[0-9a-f]{64}$/)
const words = object({ vi: text, en: text })
const state = oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
const ending = oneOf('hand-off', 'submit', 'book-and-appear')
const fee = object({
  amountVnd: integer,
  state: oneOf('none', 'owed', 'partial', 'paid', 'over', 'refund-due'),
  lines: list(object({ id: text, name: words, amountVnd: integer, legalBasis: text })),
})
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
const storedFile = object({ uploadId: text, documentId: text, name: text, mediaType: text, bytes: integer, sha256: hash })
const resultFile = object({ fileId: text, name: text, sha256: hash, bytes: integer })
const dossier = both(summary, object({
  commune: text, agencyName: text, fee, payment: optional(payment),
  steps: list(object({ kind: text, at: instant, state, by: object({ role: oneOf('citizen', 'officer', 'system'), name: text }) })),
  supplement: optional(object({ documents: list(text), note: text, requestedAt: instant })),
  results: list(resultFile), attachments: list(storedFile), lateReason: nullable(text),
}))

function named<Type>(name: string, shape: Shape): ShapeOf<Type> {
  return { name, shape }
}

export const ACKNOWLEDGEMENT = named<Acknowledgement>('Acknowledgement', object({ code: text, supportCode: text, state: oneOf(1), submittedAt: instant, fee }))
export const COMMUNE = named<Commune>('Commune', object({
  code: text, name: text, provinceCode: text, provinceName: text, agencyCode: text, agencyName: text,
  desk: object({ address: text, phone: text, hours: text }), endings: record,
}))
export const DOSSIER = named<Dossier>('Dossier', dossier)
export const DOSSIER_LIST = named<{ dossiers: DossierSummary[] }>('list of dossiers', object({ dossiers: list(summary) }))
export const OFFICER_DOSSIER = named<OfficerDossier>('OfficerDossier', both(dossier, object({ answers: record, lastStepHash: hash, allowedSteps: list(text) })))
export const INTAKE_SLIP = named<IntakeSlip>('IntakeSlip', object({
  number: text, code: text, agencyName: text, procedureName: text, submitter: text, documents: list(text), receivedAt: instant, dueAt: instant, receivedBy: text,
}))
export const MANIFEST = named<{ manifest: string }>('manifest', object({ manifest: matching(/^[\w-]+\.[\w-]+\.[\w-]+$/) }))
export const PAYMENT_REQUEST = named<PaymentRequest>('PaymentRequest', payment)
export const PERSON = named<Person>('Person', object({ fullName: text, birthDate: text, personalId: text, assuranceLevel: oneOf(1, 2) }))
export const RESULT_FILE = named<ResultFile>('ResultFile', resultFile)
export const SESSION = named<Session>('Session', object({ accessToken: matching(/^\S+$/), expiresAt: instant, assuranceLevel: oneOf(1, 2), displayName: text }))
export const STORED_FILE = named<StoredFile>('StoredFile', storedFile)
export const TRUST = named<Trust>('Trust', object({
  anchors: list(object({ name: text, certificate: text })),
  agencies: list(object({ agencyCode: text, name: text, certificates: list(text) })),
}))
export const DEFINITION_INDEX = named<{ definitions: DefinitionIndexEntry[] }>('DefinitionIndex', object({
  definitions: list(object({
    slug: matching(/^[a-z0-9-]+$/), codes: list(object({ code: text })), effectiveFrom: matching(/^\d{4}-\d{2}-\d{2}$/), effectiveTo: nullable(text),
    name: words, completeness: oneOf('complete', 'incomplete'), endings: list(ending), sha256: hash, path: text,
  })),
}))
/** The hash vouches for the inside of a definition; the shape only says that this client can put it together. */
export const SERVED_DEFINITION = named<ServedDefinition>('ServedDefinition', object({
  formatVersion: oneOf(1), parts: optional(object({ optionSets: record, english: text, facts: text })), procedure: object({ slug: text, effectiveFrom: text }),
  pages: list(record), rules: list(record), derivations: list(record), optionSets: record,
}))
