import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { forgeCertificate, keyUsageBits } from '../test/forge-certificate.ts'
import { OID } from './asn1/oids.ts'
import { latin1 } from './bytes.ts'
import { bindingInfo, createKeySigner, PdfSignError, prepareSignature, signPdf } from './sign.ts'
import { createTestAuthority, minimalPdf, restoreTestAuthority, restoreTestIdentity } from './testing.ts'
import { verifyPdf } from './verify.ts'
import type { Signer } from './sign.ts'
import type { TestAuthority, TestIdentity } from './testing.ts'

const now = new Date('2026-11-21T08:00:00Z')
const binding = { dossierCode: 'H01.30838-261121-0001', procedureCode: '2.000635', agencyCode: 'H01.30838' }
const fixture = await readFile(new URL('../test/pdfkit-result.pdf', import.meta.url))
const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

let authority: TestAuthority
let identity: TestIdentity
let signer: Signer
beforeAll(async () => {
  authority = await createTestAuthority({ name: 'Sandbox', now })
  identity = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ' })
  signer = createKeySigner(identity)
})
const judge = (pdf: Uint8Array) => verifyPdf(pdf, { anchors: [authority.anchor], at: now })

describe('signing', () => {
  it('leaves every byte of the file as it was and appends', async () => {
    const pdf = minimalPdf({ binding })
    const signed = await signPdf(pdf, signer, { signedAt: now, reason: 'Cấp bản sao', location: 'An Giang', name: 'UBND', contactInfo: '0' })
    expect(signed.subarray(0, pdf.length)).toEqual(pdf)
    expect(text(signed.subarray(pdf.length))).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(await judge(signed)).toMatchObject({ valid: true, document: binding })
  })

  it('signs what pdfkit makes, twice, and reads the binding from it', async () => {
    const twice = await signPdf(await signPdf(fixture, signer, { signedAt: now }), signer, { signedAt: now })
    const verdict = await verifyPdf(twice, { anchors: [authority.anchor], at: now, expect: binding })
    expect(verdict).toMatchObject({ valid: true, reasons: [], document: { ...binding, pageCount: 2 } })
    expect(verdict.signatures).toHaveLength(2)
  })

  it('asks the signer once, over the attributes and not the file, and names the document to it', async () => {
    const asked: { bytes: number; documentName: string }[] = []
    const remote: Signer = {
      ...signer,
      sign(data, info) {
        asked.push({ bytes: data.length, ...info })
        return signer.sign(data, info)
      },
    }
    await signPdf(minimalPdf({ pages: 100 }), remote, { signedAt: now, documentName: 'Trích lục khai sinh' })
    expect(asked).toEqual([{ bytes: expect.any(Number), documentName: 'Trích lục khai sinh' }])
    expect(asked[0]?.bytes).toBeLessThan(400)
  })

  it.each<[string, string, string, (() => readonly string[])?]>([
    ['a form in an object of its own', '/AcroForm 7 0 R ', '', () => ['<< /Fields [] /DA (/Helv 0 Tf) >>']],
    ['a form in the catalogue', '/AcroForm << /Fields [] /SigFlags 1 >> ', ''],
    ['a form without fields', '/AcroForm << /DA (/Helv 0 Tf) >> ', ''],
    ['a list of fields in an object of its own', '/AcroForm << /Fields 7 0 R >> ', '', () => ['[]']],
    ['annotations', '', '/Annots [7 0 R]', () => ['<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>']],
    ['annotations in an object of its own', '', '/Annots 7 0 R', () => ['[8 0 R]', '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>']],
  ])('works twice on a file that has %s', async (_, catalog, page, objects) => {
    const plain = text(minimalPdf({ catalog, ...(objects && { objects }) }))
    // Longer page, moved table: the two entries behind it follow.
    const pdf = page === '' ? latin1(plain) : latin1(plain.replace('/Resources << /Font << /F1 4 0 R >> >>', page.padEnd('/Resources << /Font << /F1 4 0 R >> >>'.length)))
    const once = await signPdf(pdf, signer, { signedAt: now })
    const twice = await signPdf(once, signer, { signedAt: now, fieldName: 'Văn thư' })
    const verdict = await judge(twice)
    expect(verdict).toMatchObject({ valid: true, reasons: [] })
    expect(verdict.signatures.map(({ fieldName }) => fieldName)).toEqual(['Signature1', 'Văn thư'])
  })

  it('works on a file that does not end with a line feed and has no ID', async () => {
    const pdf = latin1(text(minimalPdf()).trimEnd().replace(/\/ID \[.*?\]/, (id) => ' '.repeat(id.length)))
    expect(await judge(await signPdf(await signPdf(pdf, signer, { signedAt: now }), signer, { signedAt: now }))).toMatchObject({ valid: true })
  })
})

describe('signing in two halves', () => {
  it('gives the same bytes for the same arguments, so that a signature may come to another process', async () => {
    const pdf = minimalPdf({ binding })
    const options = { signedAt: now, reason: 'Cấp bản sao' }
    const identityOnly = { certificateChain: signer.certificateChain, algorithm: signer.algorithm }
    const asked = await prepareSignature(pdf, identityOnly, options)
    const signature = await signer.sign(asked.toBeSigned, { documentName: 'x' })
    const later = await prepareSignature(pdf, identityOnly, options)
    expect(later.toBeSigned).toEqual(asked.toBeSigned)
    const signed = await later.embed(signature)
    expect(signed).toEqual(await asked.embed(signature))
    expect(await judge(signed)).toMatchObject({ valid: true, document: binding })
  })

  it('embeds nothing that was signed for another file', async () => {
    const prepare = (text: string) => prepareSignature(minimalPdf({ text }), signer, { signedAt: now })
    const other = await prepare('other')
    const signature = await signer.sign(other.toBeSigned, { documentName: 'x' })
    await expect((await prepare('this')).embed(signature)).rejects.toMatchObject({ code: 'ERR_SIGNATURE_MISMATCH' })
  })
})

describe('a file that cannot be signed', () => {
  it.each<[string, () => Uint8Array]>([
    ['ERR_PDF_MALFORMED', () => latin1('no PDF')],
    ['ERR_PDF_ENCRYPTED', () => latin1(text(minimalPdf()).replace('/Size', '/Encrypt 3 0 R /Size'))],
    ['ERR_PDF_XREF_STREAM_UNSUPPORTED', () => latin1('%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 0 /W [1 1 1] /Length 0 >>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n')],
    ['ERR_PDF_CHANGES_FORBIDDEN', () => minimalPdf({ catalog: '/Perms << /DocMDP << /Reference [<< /TransformParams << /P 1 >> >>] >> >> ' })],
  ])('is refused with %s', async (code, make) => {
    await expect(signPdf(make(), signer, { signedAt: now })).rejects.toMatchObject({ name: 'PdfSignError', code })
  })

  it('is refused when the field name is taken or the room is too small, and says how to go on', async () => {
    const once = await signPdf(minimalPdf(), signer, { signedAt: now })
    await expect(signPdf(once, signer, { signedAt: now, fieldName: 'Signature1' })).rejects.toMatchObject({ code: 'ERR_PDF_FIELD_EXISTS' })
    const refusal = await signPdf(minimalPdf(), signer, { signedAt: now, maxSignatureBytes: 100 }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(PdfSignError)
    expect(refusal).toMatchObject({ code: 'ERR_SIGNATURE_TOO_LARGE', message: expect.stringContaining('maxSignatureBytes') })
  })
})

describe('a signer that cannot be used', () => {
  it('is refused before anything is signed', async () => {
    const weak = await forgeCertificate({ subject: 'Weak', kind: 'rsa-1024' })
    const encrypts = await forgeCertificate({ subject: 'Encrypts', extensions: { [OID.keyUsage]: keyUsageBits(0x20) } })
    const never = (certificate: Uint8Array, algorithm: Signer['algorithm']): Signer => ({ certificateChain: [certificate], algorithm, sign: () => Promise.reject(new Error('must not be asked')) })
    for (const [code, broken] of [
      ['ERR_CERTIFICATE_MALFORMED', never(latin1('x'), 'ES256')],
      ['ERR_CERTIFICATE_WEAK', never(weak.certificate, 'RS256')],
      ['ERR_CERTIFICATE_NOT_FOR_SIGNING', never(encrypts.certificate, 'ES256')],
      ['ERR_SIGNATURE_MISMATCH', never(identity.certificate, 'RS256')],
    ] as const) await expect(signPdf(minimalPdf(), broken, { signedAt: now })).rejects.toMatchObject({ name: 'SignerError', code })
    await expect(signPdf(minimalPdf(), signer, { signedAt: new Date('2040-01-01T00:00:00Z') })).rejects.toMatchObject({ code: 'ERR_CERTIFICATE_NOT_VALID' })
  })

  it('is refused when its answer does not verify, as with a doubly hashed or hex-encoded digest', async () => {
    const doubled: Signer = { ...signer, sign: async (data, info) => signer.sign(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(data))), info) }
    await expect(signPdf(minimalPdf(), doubled, { signedAt: now })).rejects.toMatchObject({ code: 'ERR_SIGNATURE_MISMATCH' })
  })

  it('is a programming mistake when the key is for another algorithm', () => {
    expect(() => createKeySigner({ ...identity, algorithm: 'PS256' })).toThrow(TypeError)
  })
})

describe('the test authority', () => {
  it('survives being written down: certificates and keys stay the same', async () => {
    const again = await restoreTestAuthority(JSON.parse(JSON.stringify(authority)) as ReturnType<TestAuthority['toJSON']>)
    const officer = await restoreTestIdentity(JSON.parse(JSON.stringify(identity)) as ReturnType<TestIdentity['toJSON']>)
    expect(again.anchor).toEqual(authority.anchor)
    expect(officer.certificate).toEqual(identity.certificate)
    const clerk = await again.issue({ commonName: 'Văn thư', kind: 'rsa' })
    const signed = await signPdf(await signPdf(minimalPdf(), createKeySigner(officer), { signedAt: now }), createKeySigner(clerk), { signedAt: now })
    expect(await judge(signed)).toMatchObject({ valid: true })
  })
})

it('names the /Info keys of the binding for the maker of the PDF', () => {
  expect(bindingInfo(binding)).toEqual({ MotcuaDossier: binding.dossierCode, MotcuaProcedure: binding.procedureCode, MotcuaAgency: binding.agencyCode })
})
