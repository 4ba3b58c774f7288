import { beforeAll, describe, expect, it } from 'vitest'
import { createKeySigner, signPdf } from './sign.ts'
import { createTestAuthority, minimalPdf } from './testing.ts'
import { STRICT_POLICY, verifyPdf } from './verify.ts'
import type { Signer } from './sign.ts'
import type { TestAuthority, TestIdentity } from './testing.ts'

const now = new Date('2026-11-21T08:00:00Z')
const binding = { dossierCode: 'H01.30838-261121-0001', procedureCode: '2.000635', agencyCode: 'H01.30838' }

let authority: TestAuthority
const identities: Record<string, TestIdentity> = {}
const signers: Record<string, Signer> = {}

beforeAll(async () => {
  authority = await createTestAuthority({ name: 'Sandbox', now })
  for (const kind of ['rsa', 'rsa-pss', 'ec'] as const) {
    const identity = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', organisation: 'UBND xã Mỹ Thuận', kind })
    identities[kind] = identity
    signers[kind] = createKeySigner(identity)
  }
})

const signerOf = (kind: string): Signer => {
  const signer = signers[kind]
  if (!signer) throw new Error(`no ${kind} signer`)
  return signer
}

describe.each(['rsa', 'rsa-pss', 'ec'])('a result signed with %s', (kind) => {
  it('is valid, says who signed and which dossier it answers, and shows what is not proven', async () => {
    const pdf = await signPdf(minimalPdf({ binding }), signerOf(kind), { signedAt: now, reason: 'Cấp bản sao' })
    const certificate = identities[kind]?.certificate ?? new Uint8Array()
    const verdict = await verifyPdf(pdf, { anchors: [authority.anchor], at: now, expect: { ...binding, agencyCertificates: [certificate] } })
    expect(verdict.reasons).toEqual([])
    expect(verdict.valid).toBe(true)
    expect(verdict.document).toEqual({ ...binding, pageCount: 1 })
    expect(verdict.signatures).toHaveLength(1)
    expect(verdict.signatures[0]).toMatchObject({
      fieldName: 'Signature1',
      signer: { name: 'Nguyễn Thị Ví Dụ', organisation: 'UBND xã Mỹ Thuận' },
      signedAt: now,
      integrity: { status: 'passed' }, coverage: { status: 'passed' }, identity: { status: 'passed' }, trust: { status: 'passed' }, authority: { status: 'passed' },
      revocation: { status: 'unknown', reasons: ['REVOCATION_UNKNOWN'] },
      time: { status: 'unknown', reasons: ['TIME_UNPROVEN'] },
    })
  })

  it('can be signed again, and both signatures stay valid', async () => {
    const once = await signPdf(minimalPdf({ binding }), signerOf(kind), { signedAt: now })
    const twice = await signPdf(once, signerOf('ec'), { signedAt: now })
    expect(twice.subarray(0, once.length)).toEqual(once)
    const verdict = await verifyPdf(twice, { anchors: [authority.anchor], at: now })
    expect(verdict.reasons).toEqual([])
    expect(verdict.signatures.map(({ fieldName }) => fieldName)).toEqual(['Signature1', 'Signature2'])
    expect(verdict.valid).toBe(true)
  })
})

describe('what the caller expects', () => {
  it('refuses the result of another dossier, a stranger’s signature and what the strict policy calls unproven', async () => {
    const pdf = await signPdf(minimalPdf({ binding }), signerOf('ec'), { signedAt: now })
    const other = await verifyPdf(pdf, { anchors: [authority.anchor], at: now, expect: { dossierCode: 'H01.30838-261121-0002' } })
    expect(other).toMatchObject({ valid: false, reasons: ['BINDING_MISMATCH'] })
    const stranger = await verifyPdf(pdf, { anchors: [authority.anchor], at: now, expect: { agencyCertificates: [] } })
    expect(stranger).toMatchObject({ valid: false, reasons: ['SIGNER_NOT_OF_AGENCY'] })
    const strict = await verifyPdf(pdf, { anchors: [authority.anchor], at: now, policy: STRICT_POLICY })
    expect(strict).toMatchObject({ valid: false, reasons: ['REVOCATION_UNKNOWN', 'TIME_UNPROVEN'] })
  })
})
