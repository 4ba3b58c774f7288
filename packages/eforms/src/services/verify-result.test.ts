import { beforeAll, describe, expect, it } from 'vitest'
import { RESULT_CODE, RESULT_SIGNED_AT, createSignedResult, withOneBitTurned } from '../testing/signed-result.ts'
import type { SignedResult } from '../testing/signed-result.ts'
import { verifyResult } from './verify-result.ts'

let result: SignedResult
beforeAll(async () => { result = await createSignedResult() })

const statusOf = (report: Awaited<ReturnType<typeof verifyResult>>, axis: string) => report.axes.find((line) => line.axis === axis)?.status

describe('verifyResult', () => {
  it('says who signed, when, and that the result is intact and belongs to the dossier', async () => {
    const report = await verifyResult({ ...result, expectedCode: RESULT_CODE })
    expect(report).toMatchObject({ good: true, manifest: 'verified', dossierCode: RESULT_CODE, signers: [{ name: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', signedAt: RESULT_SIGNED_AT.toISOString(), timeProven: false }] })
    expect(['integrity', 'coverage', 'identity', 'trust', 'authority', 'binding'].map((axis) => statusOf(report, axis))).toEqual(Array.from({ length: 6 }, () => 'passed'))
    expect(statusOf(report, 'revocation')).toBe('unknown')
  })

  it('finds one bit that was turned and says why, in both languages', async () => {
    const report = await verifyResult({ pdf: withOneBitTurned(result.pdf), trust: result.trust })
    expect(report.good).toBe(false)
    expect(statusOf(report, 'integrity')).toBe('failed')
    const reasons = report.axes.flatMap((line) => line.reasons)
    expect(reasons).toContainEqual({ vi: expect.stringContaining('thay đổi'), en: expect.stringContaining('changed') })
  })

  it('refuses the result of another dossier', async () => {
    const report = await verifyResult({ ...result, expectedCode: 'H99.30.38-261121-0002' })
    expect(report).toMatchObject({ good: false, manifest: 'refused' })
    expect(statusOf(report, 'binding')).toBe('failed')
  })

  it('refuses a manifest that names other bytes, and one that nobody entitled has signed', async () => {
    const other = await result.manifestFor(RESULT_CODE, new TextEncoder().encode('other'))
    const elsewhere = await verifyResult({ ...result, manifest: other })
    expect(elsewhere).toMatchObject({ good: false, manifest: 'refused' })
    expect(elsewhere.axes).toContainEqual({ axis: 'binding', status: 'failed', reasons: [{ vi: 'Bản kê không có tệp này.', en: 'The manifest does not list this file.' }] })
    const [header = '', payload = '', signature = ''] = result.manifest.split('.')
    const forged = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    expect(await verifyResult({ ...result, manifest: forged })).toMatchObject({ good: false, manifest: 'refused' })
  })

  it('takes nobody’s word without an anchor', async () => {
    const report = await verifyResult({ ...result, trust: { ...result.trust, anchors: [] } })
    expect(report.good).toBe(false)
    expect(statusOf(report, 'trust')).toBe('failed')
  })

  it('says that the tie to a dossier is only the file’s own word without a manifest', async () => {
    expect(await verifyResult({ pdf: result.pdf, trust: result.trust })).toMatchObject({ good: true, manifest: 'absent', dossierCode: RESULT_CODE })
  })
})
