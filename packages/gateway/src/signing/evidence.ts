import type { JsonObject } from '@motcua/core/json'
import { prepareStatement, type PreparedStatement } from '@motcua/signatures/manifest'
import type { PreparedSignature } from '@motcua/signatures/sign'
import { prepareSignature } from '@motcua/signatures/sign'
import type { SignerIdentity } from '@motcua/signatures/remote'
import type { DossierRow } from '../steps/append.ts'
import type { EvidenceAct, SigningAct } from './config.ts'
import type { RequestRow } from './situation.ts'

export const EVIDENCE_TYPE = 'motcua-evidence+jwt'

/** What one act is done with; the same plan gives the same bytes, whenever and wherever it is carried out. */
export interface Plan {
  requestId: string
  act: SigningAct
  dossier: Pick<DossierRow, 'code' | 'procedure_code' | 'agency_code'>
  file: { sha256: string; bytes: Uint8Array }
  identity: SignerIdentity
  at: Date
}

/** Everything the person's key is asked to sign for one act, in order. */
export interface Prepared {
  pdf: PreparedSignature
  /** The leader's own word that this very content is approved; the clerk who issues says nothing of the content. */
  approval: PreparedStatement | undefined
  toBeSigned: readonly Uint8Array<ArrayBuffer>[]
}

/** Names of the signature fields: a file cannot be signed twice for one act. */
const FIELDS = { sign: 'MotcuaSign', issue: 'MotcuaIssue' } as const
const REASONS = { sign: 'Ký kết quả giải quyết hồ sơ', issue: 'Phát hành kết quả giải quyết hồ sơ' } as const

/** Throws `PdfSignError` when the file cannot be signed, `SignerError` when the certificate cannot be used. */
export async function prepareAct(plan: Plan): Promise<Prepared> {
  const { act, identity, at, file, dossier } = plan
  const pdf = await prepareSignature(file.bytes, identity, { signedAt: at, fieldName: FIELDS[act], reason: `${REASONS[act]} ${dossier.code}` })
  const approval = act === 'sign' ? await prepareStatement(evidencePayload('approve', plan, { prev: null }), { signer: identity, typ: EVIDENCE_TYPE, at }) : undefined
  return { pdf, approval, toBeSigned: [pdf.toBeSigned, ...(approval === undefined ? [] : [approval.toBeSigned])] }
}

/** One piece of evidence before it is signed. `prev` is the hash of the one before it. */
export function evidencePayload(act: EvidenceAct, { requestId, dossier, file, at }: Plan, more: JsonObject & { prev: string | null }): JsonObject {
  return { act, dossier: dossier.code, procedure: dossier.procedure_code, agency: dossier.agency_code, file: file.sha256, bytes: file.bytes.length, at: at.toISOString(), request: requestId, ...more }
}

/** The plan of a request as it was made. */
export function planOf(request: RequestRow, dossier: Plan['dossier'], bytes: Uint8Array): Plan {
  const identity: SignerIdentity = { certificateChain: request.certificate_chain.map((text) => new Uint8Array(Buffer.from(text, 'base64'))), algorithm: request.algorithm }
  return { requestId: request.id, act: request.act, dossier, identity, at: request.signed_at, file: { sha256: request.file_sha256, bytes } }
}
