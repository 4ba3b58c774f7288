import { createKeySigner, signPdf } from '@motcua/signatures/sign'
import { sha256Hex, signStatement } from '@motcua/signatures/manifest'
import { createTestAuthority, minimalPdf } from '@motcua/signatures/testing'
import type { TestIdentity } from '@motcua/signatures/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Trust } from './contract.ts'
import { verifyResult } from './verify-result.ts'

const binding = { dossierCode: 'H99.30.38-261121-0001', procedureCode: '2.000635', agencyCode: 'H99.30.38' }
const signedAt = new Date('2026-11-21T08:00:00Z')
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

let officer: TestIdentity
let trust: Trust
let pdf: Uint8Array
let manifest: string

async function manifestFor(dossier: string, file: Uint8Array): Promise<string> {
  return signStatement({
    dossier, procedure: binding.procedureCode, outcome: 'positive', issuer: binding.agencyCode, closedBy: 'officer-1', iat: 1_763_712_000, prev: null,
    files: [{ name: 'ket-qua.pdf', sha256: await sha256Hex(file), bytes: file.length }],
  }, { signer: createKeySigner(officer), typ: 'motcua-manifest+jwt' })
}

beforeAll(async () => {
  const authority = await createTestAuthority({ name: 'Thử', now: signedAt })
  officer = await authority.issue({ commonName: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', kind: 'ec' })
  pdf = await signPdf(minimalPdf({ binding }), createKeySigner(officer), { signedAt })
  trust = { anchors: [{ name: 'Thử', certificate: base64(authority.anchor), domain: 'test' }], agencies: [{ agencyCode: binding.agencyCode, name: 'UBND xã Mỹ Thuận', certificates: [base64(officer.certificate)] }] }
  manifest = await manifestFor(binding.dossierCode, pdf)
})

const statusOf = (report: Awaited<ReturnType<typeof verifyResult>>, axis: string) => report.axes.find((line) => line.axis === axis)?.status

describe('verifyResult', () => {
  it('says who signed, when, and that the result is intact and belongs to the dossier', async () => {
    const report = await verifyResult({ pdf, manifest, trust, expectedCode: binding.dossierCode, language: 'vi' })
    expect(report).toMatchObject({ good: true, manifest: 'verified', dossierCode: binding.dossierCode, signers: [{ name: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', signedAt: signedAt.toISOString(), timeProven: false }] })
    expect(['integrity', 'coverage', 'identity', 'trust', 'authority', 'binding'].map((axis) => statusOf(report, axis))).toEqual(Array.from({ length: 6 }, () => 'passed'))
    expect(statusOf(report, 'revocation')).toBe('unknown')
  })

  it('finds a flipped byte and says why in Vietnamese', async () => {
    const broken = Uint8Array.from(pdf)
    broken[200] = (broken[200] ?? 0) ^ 1
    const report = await verifyResult({ pdf: broken, trust, language: 'vi' })
    expect(report.good).toBe(false)
    expect(report.axes.flatMap((line) => line.reasons).length).toBeGreaterThan(0)
  })

  it('refuses the result of another dossier', async () => {
    const report = await verifyResult({ pdf, manifest, trust, expectedCode: 'H99.30.38-261121-0002', language: 'vi' })
    expect(report).toMatchObject({ good: false, manifest: 'refused' })
    expect(statusOf(report, 'binding')).toBe('failed')
  })

  it('refuses a manifest that names other bytes, and one that nobody entitled has signed', async () => {
    const other = await manifestFor(binding.dossierCode, new TextEncoder().encode('other'))
    expect(await verifyResult({ pdf, manifest: other, trust, language: 'vi' })).toMatchObject({ good: false, manifest: 'refused' })
    const [header = '', payload = '', signature = ''] = manifest.split('.')
    const forged = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    expect(await verifyResult({ pdf, manifest: forged, trust, language: 'vi' })).toMatchObject({ good: false, manifest: 'refused' })
  })

  it('takes nobody’s word without an anchor', async () => {
    const report = await verifyResult({ pdf, manifest, trust: { ...trust, anchors: [] }, language: 'vi' })
    expect(report.good).toBe(false)
    expect(statusOf(report, 'trust')).toBe('failed')
  })

  it('says that the tie to a dossier is only the file’s own word without a manifest', async () => {
    expect(await verifyResult({ pdf, trust, language: 'en' })).toMatchObject({ good: true, manifest: 'absent', dossierCode: binding.dossierCode })
  })
})
