import fc from 'fast-check'
import { base64url, CompactSign } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { forgeCertificate, keyUsageBits } from '../test/forge-certificate.ts'
import { OID } from './asn1/oids.ts'
import { createKeySigner, sha256Hex, signStatement, verifyStatement } from './manifest.ts'
import { SignerError } from './errors.ts'
import { createTestAuthority } from './testing.ts'
import type { StatementType, VerifyStatementOptions } from './manifest.ts'
import type { TestAuthority, TestIdentity } from './testing.ts'

const now = new Date('2026-11-21T08:00:00Z')
const typ: StatementType = 'motcua-step+jwt'
const payload = { dossier: 'H01.30838-261121-0001', step: 'receive', note: 'Đã tiếp nhận' }

let authority: TestAuthority
let officer: TestIdentity
let statement: string
let options: VerifyStatementOptions

beforeAll(async () => {
  authority = await createTestAuthority({ name: 'Sandbox', now })
  officer = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', organisation: 'UBND xã Mỹ Thuận' })
  options = { typ, certificates: [officer.certificate], at: now }
  statement = await signStatement(payload, { signer: officer, typ, at: now })
})

/** A statement with any header, signed by the officer's own key through another library. */
const withHeader = (header: Record<string, unknown>): Promise<string> => new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
  .setProtectedHeader({ alg: 'ES256', ...header })
  .sign(officer.privateKey, { crit: { 'urn:x': true } })

describe('a signed statement', () => {
  it.each(['rsa', 'rsa-pss', 'ec'] as const)('by a %s key verifies and names its signer', async (kind) => {
    const identity = await authority.issue({ commonName: 'Người ký', kind })
    const jws = await signStatement(payload, { signer: createKeySigner(identity), typ, at: now })
    expect(await verifyStatement(jws, { typ, certificates: [officer.certificate, identity.certificate], at: now }))
      .toEqual({ ok: true, payload, signer: { name: 'Người ký', thumbprint: await sha256Hex(identity.certificate) } })
  })

  it('carries only alg, typ and the thumbprint of the certificate', () => {
    const header: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(statement.split('.')[0] ?? '')))
    expect(Object.keys(header as object)).toEqual(['alg', 'typ', 'kid'])
  })

  it('is refused when it is of the other type, though everything else is right', async () => {
    expect(await verifyStatement(statement, { ...options, typ: 'motcua-manifest+jwt' })).toEqual({ ok: false, code: 'TYPE_MISMATCH' })
  })

  it('is refused when its signer is not known, whatever key it brings along', async () => {
    expect(await verifyStatement(statement, { ...options, certificates: [] })).toEqual({ ok: false, code: 'SIGNER_UNKNOWN' })
    const stranger = await authority.issue({ commonName: 'Stranger' })
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', stranger.privateKey)
    const forged = await new CompactSign(new TextEncoder().encode('{}'))
      .setProtectedHeader({ alg: 'ES256', typ, kid: await sha256Hex(officer.certificate), jwk: { kty, crv, x, y } as never, x5u: 'https://attacker.example/c' })
      .sign(stranger.privateKey)
    expect(await verifyStatement(forged, options)).toEqual({ ok: false, code: 'SIG_INVALID' })
  })

  it('is refused for any critical header, for other algorithms and for "none"', async () => {
    const kid = await sha256Hex(officer.certificate)
    expect(await verifyStatement(await withHeader({ typ, kid, crit: ['urn:x'], 'urn:x': 1 }), options)).toEqual({ ok: false, code: 'CRIT_NOT_UNDERSTOOD' })
    const [, body = '', signature = ''] = statement.split('.')
    const header = (alg: string): string => base64url.encode(JSON.stringify({ alg, typ, kid }))
    expect(await verifyStatement(`${header('none')}.${body}.${signature}`, options)).toEqual({ ok: false, code: 'ALG_NOT_ALLOWED' })
    expect(await verifyStatement(`${header('HS256')}.${body}.${signature}`, options)).toEqual({ ok: false, code: 'ALG_NOT_ALLOWED' })
    expect(await verifyStatement(`${header('RS256')}.${body}.${signature}`, options)).toEqual({ ok: false, code: 'ALG_NOT_ALLOWED' })
  })

  it('is refused outside the validity of the certificate', async () => {
    expect(await verifyStatement(statement, { ...options, at: new Date('2020-01-01T00:00:00Z') })).toEqual({ ok: false, code: 'NOT_YET' })
    expect(await verifyStatement(statement, { ...options, at: new Date('2040-01-01T00:00:00Z') })).toEqual({ ok: false, code: 'EXPIRED' })
    await expect(signStatement(payload, { signer: officer, typ, at: new Date('2040-01-01T00:00:00Z') })).rejects.toMatchObject({ code: 'ERR_CERTIFICATE_NOT_VALID' })
  })

  it('is refused when the certificate is for something else or too weak', async () => {
    for (const [code, forged] of [
      ['KEY_USAGE', await forgeCertificate({ subject: 'Encrypts', extensions: { [OID.keyUsage]: keyUsageBits(0x20) } })],
      ['ALG_WEAK', await forgeCertificate({ subject: 'Weak', kind: 'rsa-1024' })],
    ] as const) {
      const alg = code === 'ALG_WEAK' ? 'RS256' : 'ES256'
      const { privateKey } = forged.keys
      const jws = code === 'ALG_WEAK'
        ? `${base64url.encode(JSON.stringify({ alg, typ, kid: await sha256Hex(forged.certificate) }))}.${base64url.encode('{}')}.AAAA`
        : await new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader({ alg, typ, kid: await sha256Hex(forged.certificate) }).sign(privateKey)
      expect(await verifyStatement(jws, { ...options, certificates: [forged.certificate] })).toEqual({ ok: false, code })
    }
  })

  it.each([[undefined], [null], [42], [{}], [''], ['a'], ['a.b'], ['a.b.c'], ['....'], ['e30.e30.AA']])('is malformed when it is %j', async (jws) => {
    expect(await verifyStatement(jws, options)).toEqual({ ok: false, code: expect.stringMatching(/^(STATEMENT_MALFORMED|ALG_NOT_ALLOWED)$/) })
  })

  it('is refused unread when it is too large', async () => {
    expect(await verifyStatement('a'.repeat(300_000), options)).toEqual({ ok: false, code: 'STATEMENT_TOO_LARGE' })
  })

  it('is never accepted after any one character was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(statement.length - 1), fc.constantFrom(...'ABCdef019-_.= ~'), async (position, character) => {
        fc.pre(statement[position] !== character)
        const changed = statement.slice(0, position) + character + statement.slice(position + 1)
        expect((await verifyStatement(changed, options)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('is not made when the signer answers with another signature', async () => {
    const wrong = { ...createKeySigner(officer), sign: () => Promise.resolve(new Uint8Array(64)) }
    await expect(signStatement(payload, { signer: wrong, typ, at: now })).rejects.toThrow(SignerError)
  })
})
