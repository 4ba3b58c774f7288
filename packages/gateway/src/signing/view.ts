import { sha256Hex } from '@motcua/signatures/manifest'
import type { AgencyConfig } from '../config.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'
import { WORKING_STATES } from '../steps/working-states.ts'
import { certificateOf } from './certificate.ts'
import { signingTimes, type SigningConfig, type SigningRight } from './config.ts'
import { isOpen, readSituation, type FileRow, type RequestRow } from './situation.ts'

/** A file on its way (`SigningFile` of the contract). */
export function fileView(row: FileRow): Record<string, unknown> {
  return { fileId: row.file_id, name: row.name, sha256: row.sha256, bytes: row.bytes, pages: row.pages, stage: row.stage }
}

export async function requestView(row: RequestRow, { signing, subject, now }: { signing: SigningConfig; subject: string; now: Date }): Promise<Record<string, unknown>> {
  const leaf = row.certificate_chain[0] ?? ''
  return {
    id: row.id, number: row.number, act: row.act, state: row.state, fileId: row.file_id, sha256: row.file_sha256, certificate: await sha256Hex(new Uint8Array(Buffer.from(leaf, 'base64'))),
    startedAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(),
    // Seconds rather than the instant alone: the clock of a page may be off.
    secondsLeft: row.state === 'preparing' || row.state === 'waiting' ? Math.max(0, Math.ceil((row.expires_at.getTime() - now.getTime()) / 1000)) : 0,
    pollSeconds: signingTimes(signing).pollSeconds, mine: row.subject === subject,
    ...(row.confirmed_instead === null ? {} : { confirmedInstead: row.confirmed_instead }),
    ...(row.failure === null ? {} : { failure: row.failure }),
    ...(row.result_sha256 === null || row.state !== 'recorded' ? {} : { result: { fileId: row.id, sha256: row.result_sha256 } }),
  }
}

/** Why this person cannot go on now. */
type Hindrance = 'no-file' | 'done' | 'dossier-closed' | 'no-key' | 'act-not-yours' | 'service-unavailable' | 'certificate-unfit'

export interface SigningViewOptions { row: DossierRow; agency: AgencyConfig; signing: SigningConfig; right: SigningRight | undefined; subject: string }

/** Everything the person is shown before signing (`Signing` of the contract). Asks the service for the certificate. */
export async function signingView({ db, clock }: Services, { row, agency, signing, right, subject }: SigningViewOptions): Promise<Record<string, unknown>> {
  const { file, evidence, next, request } = await readSituation(db, row.code, signing)
  const hindrance = file === undefined ? 'no-file' : next === null ? 'done' : !WORKING_STATES.includes(row.state) ? 'dossier-closed'
    : right === undefined ? 'no-key' : !right.acts.includes(next) ? 'act-not-yours' : undefined
  const certificate = hindrance === undefined && right !== undefined ? await certificateView(right, agency, clock()) : undefined
  const stopped: Hindrance | undefined = hindrance ?? (typeof certificate === 'string' ? certificate : undefined)
  return {
    dossier: { code: row.code, procedureCode: row.procedure_code, procedureName: row.procedure_name, agencyCode: row.agency_code, agencyName: agency.name },
    next, issuing: signing.issuing ?? 'required',
    ...(file === undefined ? {} : { file: fileView(file) }),
    ...(stopped === undefined ? {} : { hindrance: stopped }),
    ...(certificate === undefined || typeof certificate === 'string' ? {} : { certificate }),
    evidence: evidence.map((one) => ({ act: one.act, at: one.at.toISOString(), by: one.by_name, certificate: one.thumbprint, sha256: one.file_sha256, jws: one.jws })),
    ...(request === undefined || (request.state === 'recorded' && !isOpen(request)) ? {} : { request: await requestView(request, { signing, subject, now: clock() }) }),
  }
}

async function certificateView(right: SigningRight, agency: AgencyConfig, at: Date): Promise<Record<string, unknown> | 'service-unavailable' | 'certificate-unfit'> {
  try {
    const { notBefore, notAfter, ...names } = (await certificateOf(right, { at, entitled: agency.signerCertificates })).summary
    return { ...names, notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.problem === 'signing-certificate-unfit' ? 'certificate-unfit' : 'service-unavailable'
  }
}
