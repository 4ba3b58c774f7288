import { maskText } from '@motcua/core/text'
import { sha256Hex } from '@motcua/signatures/manifest'
import type { PdfVerdict } from '@motcua/signatures/verify'
import { hashStep } from '@motcua/dossier/step-log'
import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { addResult } from '../results/store.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { WORKING_STATES } from '../steps/working-states.ts'
import type { EvidenceAct } from './config.ts'
import { EVIDENCE_TYPE, evidencePayload, planOf, type Plan } from './evidence.ts'
import { findRequest, move } from './moves.ts'
import type { FileRow, RequestRow } from './situation.ts'

/** What came of embedding, ready to be put on record. */
export interface SignedFile { bytes: Uint8Array; sha256: string; pages: number; verdict: PdfVerdict; approvalJws: string | undefined }

/**
 * Puts a verified file on record in one transaction: the file, its pieces of evidence, and the result once nothing more has to be done to it.
 * If the dossier has moved on meanwhile, or the draft was replaced, or the bytes are another dossier's, it ends as `changed`.
 */
export async function recordSigning(services: Services, request: RequestRow, signed: SignedFile): Promise<RequestRow> {
  const { db, clock, files } = services
  const original = await files.readResult(request.file_id)
  const recorded = await db.transaction().execute(async (trx) => {
    const dossier = await lockDossier(trx, request.dossier_code)
    const now = clock()
    const objection = await objectionTo(trx, dossier, request, signed)
    if (objection !== undefined) return move(trx, request, 'changed', now, { failure: objection })
    const moved = await move(trx, request, 'recorded', now)
    if (moved === undefined) return undefined
    const source = await trx.selectFrom('signing_files').selectAll().where('file_id', '=', request.file_id).executeTakeFirstOrThrow()
    await trx.insertInto('signing_files').values({
      file_id: request.id, dossier_code: dossier.code, draft_id: request.draft_id, stage: request.act === 'sign' ? 'signed' : 'issued', name: NAMES[request.act],
      sha256: signed.sha256, bytes: signed.bytes.length, pages: signed.pages, uploaded_by: request.subject, created_at: now,
    }).execute()
    await addEvidence(services, trx, { plan: planOf(request, dossier, original), request, signed, source, now })
    if (isFinal(services, request)) await addResult(trx, dossier.code, { fileId: request.id, sha256: signed.sha256, bytes: signed.bytes.length, verdict: signed.verdict, uploadedBy: request.subject, now })
    return moved
  })
  return recorded ?? findRequest(db, request.dossier_code, request.id)
}

/** What a person saves it as. */
const NAMES = { sign: 'ket-qua-da-ky.pdf', issue: 'ket-qua-da-phat-hanh.pdf' } as const

function isFinal({ config }: Services, { act }: RequestRow): boolean {
  return act === 'issue' || config.signing?.issuing === 'none'
}

async function objectionTo(trx: Transaction<Database>, dossier: DossierRow, request: RequestRow, { sha256 }: SignedFile): Promise<string | undefined> {
  if (!WORKING_STATES.includes(dossier.state)) return 'dossier-changed'
  const source = await trx.selectFrom('signing_files').select('replaced_at').where('file_id', '=', request.file_id).executeTakeFirst()
  if (source === undefined || source.replaced_at !== null) return 'file-changed'
  const used = await trx.selectFrom('results').select('file_id').where('sha256', '=', sha256).where('dossier_code', '!=', dossier.code).executeTakeFirst()
    ?? await trx.selectFrom('released_results').select('sha256').where('sha256', '=', sha256).executeTakeFirst()
    ?? await trx.selectFrom('signing_files').select('file_id').where('sha256', '=', sha256).executeTakeFirst()
  return used === undefined ? undefined : 'file-used'
}

/** Approval is the leader's own signed word; that the file was signed or issued is sealed by the system, when it saw it, each after the one before. */
async function addEvidence(
  services: Services, trx: Transaction<Database>, { plan, request, signed, source, now }: { plan: Plan; request: RequestRow; signed: SignedFile; source: FileRow; now: Date },
): Promise<void> {
  const thumbprint = await sha256Hex(plan.identity.certificateChain[0] ?? new Uint8Array())
  const name = maskText(signed.verdict.signatures.find(({ signer }) => signer?.thumbprint === thumbprint)?.signer?.name ?? '')
  const add = async (act: EvidenceAct, jws: string, result: string | null): Promise<string> => {
    const hash = await hashStep(jws)
    await trx.insertInto('signing_evidence').values({
      draft_id: request.draft_id, act, dossier_code: request.dossier_code, request_id: request.id, at: act === 'approve' ? request.signed_at : now, by_name: name, thumbprint,
      file_sha256: source.sha256, result_sha256: result, jws, hash,
    }).execute()
    return hash
  }
  const prev = signed.approvalJws === undefined
    ? (await trx.selectFrom('signing_evidence').select('hash').where('draft_id', '=', request.draft_id).where('act', '=', 'sign').executeTakeFirst())?.hash ?? null
    : await add('approve', signed.approvalJws, null)
  await add(request.act, await services.seal.evidence(evidencePayload(request.act, { ...plan, at: now }, { prev, result: signed.sha256, signer: thumbprint }), EVIDENCE_TYPE), signed.sha256)
}
