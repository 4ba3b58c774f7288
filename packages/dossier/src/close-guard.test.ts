import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { CLOSE_REASONS, checkClose, type CloseFile, type CloseInput, type CloseManifest, type CloseReason } from './close-guard.ts'
import { CLOSE_WORDS } from './close-reasons.ts'

const CODE = 'H01.02-261116-0001'
const OTHER = 'H01.02-261116-0002'
const SIGNER = 'c'.repeat(64)
const result: CloseFile = {
  name: 'trich-luc.pdf', sha256: 'a'.repeat(64), bytes: 12_345,
  pdf: { valid: true, dossierCode: CODE, procedureCode: '2.000635', signerThumbprints: [SIGNER], pageCount: 1, failures: [] },
}
const manifest: CloseManifest = {
  dossier: CODE, procedure: '2.000635', outcome: 'granted', issuer: 'H01.02', files: [{ name: result.name, sha256: result.sha256, bytes: result.bytes }], signerThumbprint: SIGNER,
}
const good: CloseInput = {
  dossierCode: CODE, procedureCode: '2.000635', agencyCode: 'H01.02', outcome: 'granted', manifest, files: [result],
  agencyThumbprints: [SIGNER], usedBy: () => null, attachmentHashes: ['d'.repeat(64)], secondsSinceIntake: 3_600,
}
const withPdf = (pdf: Partial<CloseFile['pdf']>): CloseInput => ({ ...good, files: [{ ...result, pdf: { ...result.pdf, ...pdf } }] })
const withManifest = (change: Partial<CloseManifest>): CloseInput => ({ ...good, manifest: { ...manifest, ...change } })
const reasons = (input: CloseInput): CloseReason[] => {
  const verdict = checkClose(input)
  return verdict.ok ? [] : verdict.reasons.map((reason) => reason.code)
}

const CASES: Array<[CloseReason, CloseInput, CloseReason[]?]> = [
  ['no-result-file', { ...good, files: [], manifest: { ...manifest, files: [] } }],
  ['manifest-missing', { ...good, manifest: null }],
  ['result-not-in-manifest', withManifest({ files: [] })],
  ['manifest-file-missing', withManifest({ files: [...manifest.files, { name: 'khac.pdf', sha256: 'e'.repeat(64), bytes: 1 }] })],
  ['manifest-hash-mismatch', withManifest({ files: [{ name: result.name, sha256: 'e'.repeat(64), bytes: result.bytes }] })],
  ['manifest-for-other-dossier', withManifest({ dossier: OTHER })],
  ['manifest-for-other-procedure', withManifest({ procedure: '1.001193' })],
  ['manifest-outcome-differs', withManifest({ outcome: 'denied' })],
  ['manifest-issuer-differs', withManifest({ issuer: 'H99.99' })],
  ['manifest-signer-not-entitled', withManifest({ signerThumbprint: 'f'.repeat(64) })],
  ['pdf-signature-invalid', withPdf({ valid: false, failures: ['digest-mismatch'] })],
  ['pdf-without-dossier-code', withPdf({ dossierCode: undefined })],
  ['pdf-for-other-dossier', withPdf({ dossierCode: OTHER })],
  ['pdf-for-other-procedure', withPdf({ procedureCode: '1.001193' })],
  ['pdf-signer-not-entitled', withPdf({ signerThumbprints: ['f'.repeat(64)] })],
  ['file-used-by-other-dossier', { ...good, usedBy: (sha256) => (sha256 === result.sha256 ? OTHER : null) }],
  ['result-is-own-attachment', { ...good, attachmentHashes: [result.sha256] }],
  ['same-file-twice', {
    ...good, files: [result, { ...result, name: 'ban-hai.pdf' }],
    manifest: { ...manifest, files: [...manifest.files, { name: 'ban-hai.pdf', sha256: result.sha256, bytes: result.bytes }] },
  }],
  ['empty-pdf', withPdf({ pageCount: 0 })],
]

describe('checkClose', () => {
  it('lets a dossier end with its own signed result', () => {
    expect(checkClose(good)).toEqual({ ok: true, warnings: [] })
    expect(reasons({ ...good, usedBy: () => CODE })).toEqual([])
  })

  it('takes a signed notice for a negative answer, and demands a file for it too', () => {
    expect(reasons({ ...good, outcome: 'denied', manifest: { ...manifest, outcome: 'denied' } })).toEqual([])
    expect(reasons({ ...good, outcome: 'denied', files: [], manifest: { ...manifest, outcome: 'denied', files: [] } })).toEqual(['no-result-file'])
  })

  it.each(CASES)('refuses: %s', (code, input) => {
    expect(reasons(input)).toEqual([code])
  })

  it('has a case and words in NFC for every reason', () => {
    expect(CASES.map(([code]) => code).sort()).toEqual([...CLOSE_REASONS].sort())
    for (const code of CLOSE_REASONS) {
      expect(CLOSE_WORDS[code].vi).toBe(CLOSE_WORDS[code].vi.normalize('NFC'))
      expect(CLOSE_WORDS[code].en).not.toBe('')
    }
  })

  it('collects every reason at once and names the file', () => {
    const verdict = checkClose({ ...withPdf({ valid: false, dossierCode: OTHER }), manifest: null })
    expect(verdict).toMatchObject({ ok: false, reasons: [{ code: 'manifest-missing' }, { code: 'pdf-signature-invalid', file: 'trich-luc.pdf' }, { code: 'pdf-for-other-dossier', file: 'trich-luc.pdf' }] })
  })

  it('reports a close within seconds of intake without refusing it', () => {
    expect(checkClose({ ...good, secondsSinceIntake: 3 })).toMatchObject({ ok: true, warnings: [{ code: 'closed-within-seconds' }] })
  })

  it('never lets a result pass for a dossier whose code it does not carry', () => {
    fc.assert(fc.property(fc.string(), (dossierCode) => {
      expect(checkClose({ ...good, dossierCode }).ok).toBe(dossierCode === CODE)
    }))
  })
})
