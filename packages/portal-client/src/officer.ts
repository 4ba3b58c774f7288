import type { DossierSummary, IntakeSlip, OfficerDossier, ResultFile } from './contract.ts'
import { pathSegment } from './path-segment.ts'
import { DOSSIER_LIST, INTAKE_SLIP, OFFICER_DOSSIER, RESULT_FILE } from './dossier-shapes.ts'
import { signedCalls } from './signed-calls.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

/** What an officer's desk needs. The session must be an officer's. */
export interface OfficerClient {
  /** Dossiers of the officer's agency. */
  listWork(options?: CallOptions): Promise<DossierSummary[]>
  getWork(code: string, options?: CallOptions): Promise<OfficerDossier>
  /** The intake slip as the applicant has it, to print at the desk; 404 before reception. */
  intakeSlip(code: string, options?: CallOptions): Promise<IntakeSlip>
  /** Record a signed step (compact JWS); `finish` needs the signed manifest too. `close-refused` comes as a `PortalProblemError` with `reasons`. */
  recordStep(code: string, signed: { step: string; manifest?: string }, options?: WriteOptions): Promise<OfficerDossier>
  /** Store a signed result PDF; refused when its signature does not verify. */
  uploadResult(code: string, pdf: Uint8Array, options?: WriteOptions): Promise<ResultFile>
  /** Bytes of one attachment of the applicant. */
  attachment(code: string, uploadId: string, options?: CallOptions): Promise<Uint8Array>
}

export function officerOf(transport: Transport): OfficerClient {
  const { read, write } = signedCalls(transport)
  const of = (code: string) => `v1/officer/dossiers/${pathSegment(code)}`
  return {
    listWork: async (call) => (await read(DOSSIER_LIST, 'v1/officer/dossiers', call)).dossiers,
    getWork: (code, call) => read(OFFICER_DOSSIER, of(code), call),
    intakeSlip: (code, call) => read(INTAKE_SLIP, `${of(code)}/intake-slip`, call),
    recordStep: (code, { step, manifest }, call) => write(OFFICER_DOSSIER, `${of(code)}/steps`, { step, ...(manifest === undefined ? {} : { manifest }) }, call),
    uploadResult: (code, pdf, call) => transport.json(
      RESULT_FILE, { method: 'POST', path: `${of(code)}/results`, bearer: true, body: { bytes: pdf, mediaType: 'application/pdf' } }, call),
    attachment: async (code, uploadId, call) =>
      (await transport.send({ method: 'GET', path: `${of(code)}/attachments/${pathSegment(uploadId)}`, bearer: true }, call)).bytes,
  }
}
