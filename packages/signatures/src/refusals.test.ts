import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CA_EXTENSIONS, CA_PATHLEN_0, CA_TRUE, extendedKeyUsage, forgeCertificate, keyUsageBits } from '../test/forge-certificate.ts'
import { appendObjects, attribute, forgeCms, replaceContainer, replaceText } from '../test/forge-signature.ts'
import { der, derNull, derOctetString, derOid, derSequence } from './asn1/der-writer.ts'
import { readDer } from './asn1/der-reader.ts'
import { OID } from './asn1/oids.ts'
import { concatBytes, latin1 } from './bytes.ts'
import { createKeySigner, signPdf } from './sign.ts'
import { minimalPdf } from './testing.ts'
import { REASONS, STRICT_POLICY, verifyPdf } from './verify.ts'
import { isWeakKey, readPublicKey } from './x509/signature-algorithm.ts'
import type { CmsOverrides } from '../test/forge-signature.ts'
import type { ForgeOptions, Forged } from '../test/forge-certificate.ts'
import type { MinimalPdfOptions } from './testing.ts'
import type { PdfAspect, PdfVerdict, ReasonCode, VerifyPdfOptions } from './verify.ts'

const now = new Date('2026-11-21T08:00:00Z')
const root: Forged = await forgeCertificate({ subject: 'Root', extensions: CA_EXTENSIONS })
const leaf: Forged = await forgeCertificate({ subject: 'Leaf', issuer: root })

const signer = (forged: Forged = leaf) => createKeySigner({ privateKey: forged.keys.privateKey, certificateChain: [forged.certificate], algorithm: 'ES256' })
const signed = (pdf: MinimalPdfOptions = {}, options: { signedAt?: Date } = {}) => signPdf(minimalPdf(pdf), signer(), { signedAt: now, ...options })
const judge = (pdf: Uint8Array, options: Partial<VerifyPdfOptions> = {}) => verifyPdf(pdf, { anchors: [root.certificate], at: now, ...options })
const cms = async (overrides: CmsOverrides, by: Forged = leaf, options: Partial<VerifyPdfOptions> = {}) => judge(await replaceContainer(await signed(), (digest) => forgeCms(digest, by, overrides)), options)
/** Signs with a certificate that has something wrong; the forged container skips the checks our own signer makes. */
const by = async (wrong: ForgeOptions, others: Forged[] = [], options: Partial<VerifyPdfOptions> = {}) => {
  const forged = await forgeCertificate({ issuer: root, ...wrong })
  return cms({ certificates: [forged.certificate, ...others.map(({ certificate }) => certificate)] }, forged, options)
}
const later = async (objects: Record<number, string>, pdf: MinimalPdfOptions = {}, options: Partial<VerifyPdfOptions> = {}) => judge(await appendObjects(await signed(pdf), objects), options)
const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
const byteRange = (pdf: Uint8Array): string => /\/ByteRange (\[[^\]]*\])/.exec(text(pdf))?.[1] ?? ''
const withRange = async (change: (numbers: number[]) => number[]) => {
  const pdf = await signed()
  const range = byteRange(pdf)
  const numbers = range.slice(1, -1).trim().split(/ +/).map(Number)
  return judge(replaceText(pdf, range, `[${change(numbers).join(' ')}`.padEnd(range.length - 1, ' ') + ']'))
}
/** Objects of `minimalPdf` after one signature: 1 catalogue, 2 pages, 3 info, 4 font, 5 content, 6 page, 7 signature, 8 widget, 9 form. */
const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R'
const CONTENT = 'BT /F1 24 Tf 72 700 Td (FALSE) Tj ET'

/** "Shadow replace": a second body for the page content, which only a reader that rebuilds the table finds. */
const shadowed = () => latin1(rebase(text(minimalPdf()), 'endobj\n6 0 obj', `endobj\n5 0 obj\n<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream\nendobj\n6 0 obj`))

type Case = readonly [aspect: PdfAspect, make: () => Promise<PdfVerdict>]

/** One file for every reason code; the type makes a code without a file a mistake. */
const CASES: Readonly<Record<ReasonCode, Case>> = {
  PDF_MALFORMED: ['structure', () => judge(latin1('%PDF-1.7\nnothing of a PDF'))],
  PDF_UNSUPPORTED: ['structure', () => judge(latin1('%PDF-1.7\n1 0 obj\n<< /Type /XRef /Filter /LZWDecode /Length 0 >>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n'))],
  ENCRYPTED: ['structure', () => judge(latin1(text(minimalPdf()).replace('/Size', '/Encrypt 3 0 R /Size')))],
  TOO_LARGE: ['structure', async () => judge(await signed(), { policy: { maxBytes: 1000 } })],
  LOOP_LIMIT: ['structure', () => judge(latin1(text(minimalPdf()).replace(/\/Kids \[6 0 R\]/, '/Kids [2 0 R]')))],
  NO_SIGNATURE: ['structure', () => judge(minimalPdf())],
  SIGFIELD_EMPTY: ['structure', () => judge(minimalPdf({ catalog: '/AcroForm << /Fields [7 0 R] >> ', objects: () => ['<< /FT /Sig /T (A) >>'] }))],
  DUPLICATE_OBJECT_SHADOW: ['structure', () => judge(shadowed())],
  APPENDED_WITHOUT_XREF: ['structure', async () => judge(concatBytes(await signed(), latin1('5 0 obj\n<<>>\nendobj\n')))],

  BR_NOT_FROM_ZERO: ['coverage', () => withRange(([, b = 0, c = 0, d = 0]) => [1, b - 1, c, d])],
  BR_MALFORMED: ['coverage', () => withRange(([a = 0, b = 0, c = 0]) => [a, b, c])],
  BR_OVERLAP: ['coverage', () => withRange(([a = 0, , c = 0, d = 0]) => [a, c + 10, c, d])],
  GAP_NOT_CONTENTS: ['coverage', () => withRange(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c + 10, d - 10])],
  NOT_WHOLE_FILE: ['coverage', () => withRange(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 7])],
  CONTENTS_MISSING: ['coverage', async () => judge(replaceText(await signed(), '/Contents <', '/Contentz <'))],
  CONTENTS_EMPTY: ['coverage', async () => judge(await replaceContainer(await signed(), () => Promise.resolve(new Uint8Array())))],
  CONTENTS_NOT_CANONICAL: ['coverage', async () => {
    const pdf = await signed()
    const position = text(pdf).indexOf('a', text(pdf).indexOf('/Contents <'))
    return judge(pdf.map((byte, index) => (index === position ? byte ^ 0x20 : byte)))
  }],
  SUBFILTER_UNKNOWN: ['integrity', async () => judge(replaceText(await signed(), '/ETSI.CAdES.detached', '/adbe.x509.rsa_sha1 '))],

  LATER_CHANGE_PAGE: ['coverage', () => later({ 6: `<< ${PAGE} /Rotate 180 >>` })],
  LATER_CHANGE_FONT: ['coverage', () => later({ 4: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })],
  LATER_CHANGE_CONTENT: ['coverage', () => later({ 5: `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream` })],
  LATER_CHANGE_ANNOT: ['coverage', () => later({ 6: `<< ${PAGE} /Annots [] >>` })],
  LATER_CHANGE_FORM: ['coverage', () => later({ 9: '<< /Fields [8 0 R] /SigFlags 3 /NeedAppearances true >>' })],
  LATER_CHANGE_STRUCT: ['coverage', () => later({ 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R /OpenAction [6 0 R /Fit] >>' })],
  LATER_CHANGE_INFO: ['coverage', () => later({ 3: '<< /MotcuaDossier (H01.30838-261121-0002) >>' }, { binding: { dossierCode: 'H01.30838-261121-0001' } })],
  OVERLAY_ANNOTATION: ['coverage', () => later({ 6: `<< ${PAGE} /Annots [8 0 R 10 0 R] >>`, 10: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /Contents (FALSE) >>' })],
  DOCMDP_VIOLATION: ['coverage', async () => {
    // Certified with permission 1 by another tool, then countersigned by one that did not look.
    const certified = replaceText(await signPdf(minimalPdf(), signer(), { signedAt: now, reason: 'x'.repeat(96) }), `/Reason (${'x'.repeat(96)})`,
      '/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]'.padEnd(106, ' '))
    const resigned = await replaceContainer(certified, (digest) => forgeCms(digest, leaf))
    return judge(await signPdf(resigned, signer(), { signedAt: now }))
  }],

  CMS_MALFORMED: ['integrity', async () => judge(await replaceContainer(await signed(), async (digest) => concatBytes(await forgeCms(digest, leaf), Uint8Array.of(1))))],
  NO_SIGNER: ['integrity', () => cms({ signerInfos: () => [] })],
  MULTI_SIGNER: ['integrity', () => cms({ signerInfos: (right) => [right, right] })],
  ECONTENT_PRESENT: ['integrity', () => cms({ contentInfo: derSequence(derOid(OID.data), der(0xa0, derOctetString(latin1('other')))) })],
  ATTR_MISSING: ['integrity', () => cms({ attributes: ({ contentType, signingCertificate }) => [contentType, signingCertificate] })],
  ATTR_DUPLICATE: ['integrity', () => cms({ attributes: (right) => [...Object.values(right), right.messageDigest] })],
  CONTENT_TYPE: ['integrity', () => cms({ attributes: ({ messageDigest, signingCertificate }) => [attribute(OID.contentType, derOid(OID.signedData)), messageDigest, signingCertificate] })],
  DIGEST_MISMATCH: ['integrity', async () => judge(replaceText(await signed(), '(TEST)', '(BEST)'))],
  SIG_INVALID: ['integrity', async () => {
    const stranger = await forgeCertificate({ subject: 'Leaf', issuer: root })
    return cms({}, { ...leaf, keys: stranger.keys })
  }],
  ESS_MISSING: ['identity', () => cms({ attributes: ({ contentType, messageDigest }) => [contentType, messageDigest] })],
  ESS_MISMATCH: ['identity', () => cms({ attributes: ({ contentType, messageDigest }) => [contentType, messageDigest, attribute(OID.signingCertificateV2, derSequence(derSequence(derSequence(derOctetString(new Uint8Array(32))))))] })],
  ALG_WEAK: ['integrity', () => cms({ digestAlgorithm: derSequence(derOid('1.3.14.3.2.26'), derNull()) })],
  ALG_MISMATCH: ['integrity', () => cms({ signatureAlgorithm: derSequence(derOid('1.2.840.10045.4.3.4')) })],
  ALG_UNSUPPORTED: ['integrity', () => cms({ signatureAlgorithm: derSequence(derOid('1.3.101.112')) })],
  CERT_NOT_FOUND: ['identity', () => cms({ certificates: [root.certificate] })],
  CERT_UNPROVEN: ['trust', async () => {
    const orphan = await forgeCertificate({ subject: 'Orphan', issuer: await forgeCertificate({ subject: 'Nobody' }) })
    return cms({ certificates: [leaf.certificate, orphan.certificate] })
  }],

  EXPIRED: ['trust', () => by({ subject: 'Leaf', notAfter: new Date('2026-06-01T00:00:00Z') })],
  NOT_YET: ['trust', () => by({ subject: 'Leaf', notBefore: new Date('2026-12-01T00:00:00Z') })],
  NOT_CA: ['trust', () => by({ subject: 'Below', issuer: leaf }, [leaf])],
  PATHLEN: ['trust', async () => {
    const short = await forgeCertificate({ subject: 'Short', issuer: root, extensions: { ...CA_EXTENSIONS, [`!${OID.basicConstraints}`]: CA_PATHLEN_0 } })
    const sub = await forgeCertificate({ subject: 'Sub', issuer: short, extensions: CA_EXTENSIONS })
    return by({ subject: 'Deep', issuer: sub }, [sub, short])
  }],
  KEY_USAGE: ['trust', () => by({ subject: 'Leaf', extensions: { [`!${OID.keyUsage}`]: keyUsageBits(0x20) } })],
  EKU: ['trust', () => by({ subject: 'Leaf', extensions: { [OID.extendedKeyUsage]: extendedKeyUsage('1.3.6.1.5.5.7.3.1') } })],
  CRITICAL_EXTENSION: ['trust', () => by({ subject: 'Leaf', extensions: { '!1.2.3.4.5': derNull() } })],
  NO_PATH: ['trust', async () => by({ subject: 'Leaf', issuer: await forgeCertificate({ subject: 'Root', extensions: CA_EXTENSIONS }) })],
  SELF_SIGNED: ['trust', () => by({ subject: 'Self', issuer: undefined })],
  REVOCATION_UNKNOWN: ['revocation', async () => judge(await signed(), { policy: STRICT_POLICY })],

  TIME_MISSING: ['time', async () => {
    const pdf = await signed()
    return judge(await replaceContainer(replaceText(pdf, '/M (D:', '/N (D:'), (digest) => forgeCms(digest, leaf)))
  }],
  TIME_UNPROVEN: ['time', async () => judge(await signed(), { policy: STRICT_POLICY })],
  TIME_IN_FUTURE: ['time', async () => judge(await signed({}, { signedAt: new Date('2026-11-22T08:00:00Z') }))],
  TIME_BEFORE_CERT: ['time', () => by({ subject: 'Leaf', notBefore: new Date('2026-11-21T08:00:01Z') }, [], { at: new Date('2026-11-21T09:00:00Z') })],
  TIME_AFTER_CERT: ['time', () => by({ subject: 'Leaf', notAfter: new Date('2026-11-21T07:00:00Z') })],
  AUTHORITY_NOT_CHECKED: ['authority', async () => judge(await signed())],
  SIGNER_NOT_OF_AGENCY: ['authority', async () => judge(await signed(), { expect: { agencyCertificates: [root.certificate] } })],
  BINDING_MISSING: ['binding', async () => judge(await signed(), { expect: { dossierCode: 'H01' } })],
  BINDING_MISMATCH: ['binding', async () => judge(await signed({ binding: { dossierCode: 'H02' } }), { expect: { dossierCode: 'H01' } })],
}

/** Shown and, by the default policy, not in the way. */
const NOT_BLOCKING: readonly ReasonCode[] = ['AUTHORITY_NOT_CHECKED']

describe('the refusal list', () => {
  it.each(REASONS)('%s is told of a file that has it', async (code) => {
    const [aspect, make] = CASES[code]
    const verdict = await make()
    expect(verdict.aspects[aspect].reasons).toContain(code)
    if (NOT_BLOCKING.includes(code)) return
    expect(verdict.valid).toBe(false)
    expect(verdict.reasons).toContain(code)
  })
})

describe('a forged file is built from one that is right', () => {
  it('so that the container maker of these tests passes when nothing is wrong', async () => {
    expect(await cms({})).toMatchObject({ valid: true, reasons: [] })
  })
})

describe('certificates', () => {
  it('of an RSA key below 2048 bits or signed with SHA-1 are weak', async () => {
    expect((await by({ subject: 'Leaf', kind: 'rsa-1024' })).aspects.integrity.reasons).toContain('ALG_WEAK')
    const weakRoot = await forgeCertificate({ subject: 'Old root', kind: 'rsa-sha1', extensions: CA_EXTENSIONS })
    expect((await by({ subject: 'Leaf', issuer: weakRoot }, [], { anchors: [weakRoot.certificate] })).aspects.trust.reasons).toContain('ALG_WEAK')
  })

  it('of an authority may not sign documents, and an anchor is no signer', async () => {
    expect((await by({ subject: 'Sub', extensions: { [`!${OID.basicConstraints}`]: CA_TRUE } })).aspects.trust.reasons).toContain('KEY_USAGE')
    expect((await cms({ certificates: [root.certificate] }, root)).valid).toBe(false)
  })

  it('chain through an intermediate that came with the file', async () => {
    const sub = await forgeCertificate({ subject: 'Sub', issuer: root, extensions: CA_EXTENSIONS })
    expect(await by({ subject: 'Leaf', issuer: sub }, [sub])).toMatchObject({ valid: true })
  })

  it('on a curve below 256 bits are weak', () => {
    const spki = readDer(derSequence(derSequence(derOid(OID.ecPublicKey), derOid('1.3.132.0.33')), der(0x03, Uint8Array.of(0, 4))))
    expect(isWeakKey(readPublicKey(spki))).toBe(true)
  })

  it('that are configured wrongly are the caller’s mistake, and so is a misspelt policy', async () => {
    await expect(judge(await signed(), { policy: { unknownRevokation: 'refuse' } as never })).rejects.toThrow(/unknownRevocation/)
    await expect(judge(await signed(), { anchors: [latin1('no certificate')] })).rejects.toThrow(TypeError)
  })
})

describe('the ByteRange', () => {
  it.each<[string, (numbers: number[]) => number[]]>([
    ['two numbers too few', ([a = 0, b = 0]) => [a, b]],
    ['two numbers too many', (numbers) => [...numbers, 0, 0]],
    ['a negative number', ([a = 0, b = 0, c = 0]) => [a, b, c, -1]],
    ['a fraction', ([a = 0, b = 0, c = 0]) => [a, b, c, 1.5]],
    ['an end beyond the file', ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 1]],
    ['an empty first part', ([a = 0, , c = 0, d = 0]) => [a, 0, c, d]],
    ['an empty second part', ([a = 0, b = 0, c = 0]) => [a, b, c, 0]],
  ])('with %s is malformed', async (_, change) => {
    expect((await withRange(change)).aspects.coverage.reasons).toEqual(['BR_MALFORMED'])
  })
})

describe('what may follow a signature', () => {
  it('is never a change to what is there: any object replaced by anything else is refused', async () => {
    const pdf = await signed({ binding: { dossierCode: 'H01' }, catalog: '/Lang (vi) ' })
    const fragment = fc.constantFrom('/Type', '/Page', '/Font', '/Annots', '/Fields', '/V', '/Contents', '/Kids', '/Rect', '1', '0', '5 0 R', '8 0 R', '99 0 R', '[', ']', '<<', '>>', '(x)', 'null')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(fragment, { maxLength: 12 }), async (num, parts) => {
        const verdict = await judge(await appendObjects(pdf, { [num]: `<< /Z 1 ${parts.join(' ')} >>` }))
        expect(verdict.valid).toBe(false)
        expect(verdict.reasons.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })

  it('is a document security store with new objects', async () => {
    const verdict = await later({ 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R\n/DSS 10 0 R >>', 10: '<< /Certs [11 0 R] >>', 11: '<< /Length 3 >>\nstream\nabc\nendstream' })
    expect(verdict.signatures[0]?.coverage).toEqual({ status: 'passed', reasons: [] })
    expect(verdict.valid).toBe(true)
  })

  it('is not an object that the signed part was waiting for, whatever it calls itself', async () => {
    const pdf = await signed({ objects: () => ['<< /Waits 99 0 R >>'] })
    const verdict = await judge(await appendObjects(pdf, { 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 10 0 R\n/DSS << /Certs [99 0 R] >> >>', 99: `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream` }))
    expect(verdict.aspects.coverage.reasons).toContain('LATER_CHANGE_CONTENT')
  })

  it('is not a field that is a stream, that acts, that shows something or that nobody signed', async () => {
    const field = '/Type /Annot /Subtype /Widget /FT /Sig /T (B) /P 6 0 R'
    const withField = (body: string) => later({ 6: `<< ${PAGE}\n/Annots [8 0 R 10 0 R] >>`, 9: '<< /Fields [8 0 R 10 0 R] /SigFlags 3 >>', 10: body })
    expect((await withField(`<< ${field} /Rect [0 0 0 0] /V 7 0 R /Length 3 >>\nstream\nabc\nendstream`)).aspects.coverage.reasons).toContain('LATER_CHANGE_FORM')
    expect((await withField(`<< ${field} /Rect [0 0 0 0] /V 7 0 R /AA << >> >>`)).aspects.coverage.reasons).toContain('LATER_CHANGE_FORM')
    expect((await withField(`<< ${field} /Rect [0 0 0 0] >>`)).aspects.coverage.reasons).toContain('LATER_CHANGE_FORM')
    expect((await withField(`<< ${field} /Rect [0 0 99 99] /V 7 0 R >>`)).aspects.coverage.reasons).toContain('OVERLAY_ANNOTATION')
  })

  it('was there before: our signer does not sign a file with hidden objects', async () => {
    await expect(signPdf(shadowed(), signer(), { signedAt: now })).rejects.toMatchObject({ code: 'ERR_PDF_MALFORMED' })
  })

  it('is a visible signature only where the policy says so, with new objects of its own and nothing else', async () => {
    const objects = (page: string) => ({
      6: `<< ${page}\n/Annots [8 0 R 10 0 R] >>`, 9: '<< /Fields [8 0 R 10 0 R] /SigFlags 3 >>',
      10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (B) /P 6 0 R /Rect [400 50 500 100] /V 7 0 R /AP << /N 11 0 R >> >>',
      11: '<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 4 0 R >> >> /Length 2 >>\nstream\nBT\nendstream',
    })
    const allow = { policy: { laterVisibleSignature: 'allow' } } as const
    const firstCoverage = (verdict: PdfVerdict) => verdict.signatures[0]?.coverage.reasons
    expect(firstCoverage(await later(objects(PAGE)))).toEqual(['OVERLAY_ANNOTATION'])
    expect(firstCoverage(await later(objects(PAGE), {}, allow))).toEqual([])
    expect(firstCoverage(await later(objects(`${PAGE} /Rotate 90`), {}, allow))).toContain('LATER_CHANGE_PAGE')
    expect(firstCoverage(await later({ ...objects(PAGE), 5: `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream` }, {}, allow))).toEqual(['LATER_CHANGE_CONTENT'])
  })

  it('is not a table that swaps one signed object for another', async () => {
    const pdf = await signed({ objects: () => [`<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`] })
    const hidden = String(text(pdf).indexOf('7 0 obj')).padStart(10, '0')
    const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text(pdf))?.[1]
    const swap = `xref\n5 1\n${hidden} 00000 n \ntrailer\n<< /Size 11 /Root 1 0 R /Info 3 0 R /Prev ${previous} >>\nstartxref\n${pdf.length}\n%%EOF\n`
    expect((await judge(concatBytes(pdf, latin1(swap)))).valid).toBe(false)
  })
})

/** Inserts text into an unsigned file and moves its table. */
function rebase(pdf: string, at: string, insert: string): string {
  const position = pdf.indexOf(at)
  const grown = insert.length - at.length
  return (pdf.slice(0, position) + insert + pdf.slice(position + at.length))
    .replace(/^(\d{10}) 00000 n /gm, (line, offset: string) => (Number(offset) > position ? `${String(Number(offset) + grown).padStart(10, '0')} 00000 n ` : line))
    .replace(/startxref\n(\d+)/, (_, offset: string) => `startxref\n${Number(offset) + grown}`)
}
