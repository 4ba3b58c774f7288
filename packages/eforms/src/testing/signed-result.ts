import { sha256Hex, signStatement } from '@motcua/signatures/manifest'
import { createKeySigner, signPdf } from '@motcua/signatures/sign'
import { createTestAuthority, minimalPdf } from '@motcua/signatures/testing'
import type { Trust } from '../services/contract.ts'

export const RESULT_CODE = 'H99.30.38-261121-0001'
export const RESULT_SIGNED_AT = new Date('2026-11-21T08:00:00Z')

/** A result as an office gives it: real certificates, a really signed PDF, and the manifest of the dossier. */
export interface SignedResult {
  pdf: Uint8Array<ArrayBuffer>
  manifest: string
  /** What the gateway publishes: the authority, and the officer's certificate under the agency. */
  trust: Trust
  /** The manifest of a dossier with this code and this file, signed by the same officer. */
  manifestFor(dossierCode: string, file: Uint8Array): Promise<string>
}

export async function createSignedResult(): Promise<SignedResult> {
  const binding = { dossierCode: RESULT_CODE, procedureCode: '2.000635', agencyCode: 'H99.30.38' }
  const authority = await createTestAuthority({ name: 'Thử', now: RESULT_SIGNED_AT })
  const officer = await authority.issue({ commonName: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', kind: 'ec' })
  const pdf = Uint8Array.from(await signPdf(minimalPdf({ binding }), createKeySigner(officer), { signedAt: RESULT_SIGNED_AT }))
  const manifestFor = async (dossier: string, file: Uint8Array): Promise<string> => signStatement({
    dossier, procedure: binding.procedureCode, outcome: 'positive', issuer: binding.agencyCode, closedBy: 'officer-1', iat: 1_763_712_000, prev: null,
    files: [{ name: 'ket-qua.pdf', sha256: await sha256Hex(file), bytes: file.length }],
  }, { signer: createKeySigner(officer), typ: 'motcua-manifest+jwt' })
  return {
    pdf, manifest: await manifestFor(RESULT_CODE, pdf), manifestFor,
    trust: { anchors: [{ name: 'Thử', certificate: toBase64(authority.anchor), domain: 'test' }], agencies: [{ agencyCode: binding.agencyCode, name: 'UBND xã Mỹ Thuận', certificates: [toBase64(officer.certificate)] }] },
  }
}

/** The same file with one bit of its content turned. */
export function withOneBitTurned(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  const broken = Uint8Array.from(pdf)
  broken[200] = (broken[200] ?? 0) ^ 1
  return broken
}

function toBase64(bytes: Uint8Array): string { return btoa(String.fromCharCode(...bytes)) }
