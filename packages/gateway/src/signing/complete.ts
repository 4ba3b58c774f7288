import { createHash } from 'node:crypto'
import { sha256Hex } from '@motcua/signatures/manifest'
import { isSigningOver } from '@motcua/signatures/remote'
import { SignerError } from '@motcua/signatures/sign'
import { verifyPdf } from '@motcua/signatures/verify'
import type { AgencyConfig } from '../config.ts'
import type { Services } from '../services.ts'
import { planOf, prepareAct, type Prepared } from './evidence.ts'
import { findRequest, move } from './moves.ts'
import { recordSigning, type SignedFile } from './record.ts'
import type { RequestRow } from './situation.ts'

/**
 * Goes on with a request whose signature has come: embed, verify with the trust that the operator configured, keep the file, record. Every
 * stage may be repeated by whoever comes next: the same request gives the same bytes.
 */
export async function completeSigning(services: Services, request: RequestRow, agency: AgencyConfig): Promise<RequestRow> {
  const { db, clock, files } = services
  const signed = await embedAndVerify(services, request, agency)
  if (typeof signed === 'string') {
    return await move(db, request, signed === 'file-changed' ? 'changed' : 'failed', clock(), { failure: signed }) ?? findRequest(db, request.dossier_code, request.id)
  }
  await files.writeResult(request.id, signed.bytes)
  const verified = request.state === 'verified' ? request : await move(db, request, 'verified', clock(), { result_sha256: signed.sha256 })
  const ended = verified === undefined ? await findRequest(db, request.dossier_code, request.id) : await recordSigning(services, verified, signed)
  // A signed file that is on no record is nobody's result.
  if (isSigningOver(ended.state) && ended.state !== 'recorded') await files.removeResult(request.id)
  return ended
}

type Failure = 'file-changed' | 'signature-mismatch' | 'not-verified'

async function embedAndVerify(services: Services, request: RequestRow, agency: AgencyConfig): Promise<SignedFile | Failure> {
  const { db, clock, config, files, log } = services
  const dossier = await db.selectFrom('dossiers').selectAll().where('code', '=', request.dossier_code).executeTakeFirstOrThrow()
  const original = await files.readResult(request.file_id)
  if ((await sha256Hex(original)) !== request.file_sha256) return 'file-changed'
  const plan = planOf(request, dossier, original)
  const prepared = await prepareAct(plan)
  // What is embedded into now is what the person was asked to sign then.
  if (hashesOf(prepared) !== request.hashes.join()) return 'file-changed'
  const signatures = request.signatures.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
  try {
    const bytes = await prepared.pdf.embed(signatures[0] ?? new Uint8Array())
    const approvalJws = await prepared.approval?.complete(signatures[1] ?? new Uint8Array())
    const verdict = await verifyPdf(bytes, {
      anchors: config.trustAnchors.map(({ certificate }) => certificate), at: clock(),
      expect: { dossierCode: dossier.code, procedureCode: dossier.procedure_code, agencyCode: dossier.agency_code, agencyCertificates: agency.signerCertificates },
    })
    if (!verdict.valid || !startsWith(bytes, original)) {
      log('warn', 'signing-not-verified', { dossierCode: dossier.code, reasons: verdict.reasons })
      return 'not-verified'
    }
    return { bytes, sha256: await sha256Hex(bytes), pages: verdict.document.pageCount, verdict, approvalJws }
  } catch (cause) {
    if (!(cause instanceof SignerError)) throw cause
    log('warn', 'signing-mismatch', { dossierCode: dossier.code, protocol: request.protocol })
    return 'signature-mismatch'
  }
}

function hashesOf({ toBeSigned }: Prepared): string {
  return toBeSigned.map((data) => createHash('sha256').update(data).digest('hex')).join()
}

/** The unsigned file, byte for byte, is how the signed one begins. */
function startsWith(bytes: Uint8Array, original: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, original.length).equals(original)
}
