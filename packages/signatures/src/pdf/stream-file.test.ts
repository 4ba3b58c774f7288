import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CA_EXTENSIONS, forgeCertificate } from '../../test/forge-certificate.ts'
import { forgeCms } from '../../test/forge-signature.ts'
import { PDFSIG } from '../../test/outside-tools.ts'
import { streamPdf } from '../../test/stream-pdf.ts'
import { concatBytes, digest, latin1, toHex } from '../bytes.ts'
import { createKeySigner, signPdf } from '../sign.ts'
import { verifyPdf } from '../verify.ts'

const now = new Date('2026-11-21T08:00:00Z')
const root = await forgeCertificate({ subject: 'Root', extensions: CA_EXTENSIONS })
const leaf = await forgeCertificate({ subject: 'Leaf', issuer: root })
const judge = (bytes: Uint8Array) => verifyPdf(bytes, { anchors: [root.certificate], at: now, expect: { dossierCode: 'H01' } })
const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

const CONTENT = 'BT /F1 24 Tf 72 700 Td (TEST) Tj ET'
const ROOM = 4096
const OBJECTS = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R] /SigFlags 3 >> >>',
  2: '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
  3: '<< /MotcuaDossier (H01) >>',
  4: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  5: `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`,
  6: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R /Annots [8 0 R] >>',
  7: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20261121150000+07'00') /ByteRange [0${' '.repeat(33)}] /Contents <${'0'.repeat(ROOM * 2)}> >>`,
  8: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) /F 132 /Rect [0 0 0 0] /P 6 0 R /V 7 0 R >>',
}
const COMPRESSED = [1, 2, 3, 4, 6, 8]

/** Signs in place, as the tool that wrote the file would. */
async function fillSignature(pdf: Uint8Array): Promise<Uint8Array> {
  const out = pdf.slice()
  const start = text(out).indexOf('/Contents <') + '/Contents '.length
  const end = start + ROOM * 2 + 2
  const range = `[0 ${start} ${end} ${out.length - end}`.padEnd(35, ' ')
  out.set(latin1(`${range}]`), text(out).indexOf('/ByteRange ') + '/ByteRange '.length)
  out.set(latin1(toHex(await forgeCms(await digest(concatBytes(out.subarray(0, start), out.subarray(end))), leaf))), start + 1)
  return out
}

describe('a file with cross-reference and object streams', () => {
  it.each([
    ['deflated', {}],
    ['stored', { filter: 'none' }],
    ...([0, 1, 2, 3, 4] as const).map((predictor) => [`deflated with PNG predictor ${predictor}`, { predictor }] as const),
  ] as const)('is read and its signature verified when %s', async (_, options) => {
    const { bytes } = await streamPdf({ objects: OBJECTS, compressed: COMPRESSED, ...options })
    expect(await judge(await fillSignature(bytes))).toMatchObject({ valid: true, reasons: [], document: { dossierCode: 'H01', pageCount: 1 } })
  })

  it.skipIf(PDFSIG.isMissing)(`is accepted by pdfsig too, so these test files are right${PDFSIG.note}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-stream-'))
    writeFileSync(join(folder, 'a.pdf'), await fillSignature((await streamPdf({ objects: OBJECTS, compressed: COMPRESSED, predictor: 2 })).bytes))
    const words = execFileSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    rmSync(folder, { recursive: true })
    expect(words).toContain('Signature is Valid')
    expect(words).toContain('Total document signed')
  })

  it('is refused when a later revision changes an object, in the open or inside a stream', async () => {
    const base = await streamPdf({ objects: OBJECTS, compressed: COMPRESSED })
    const after = { bytes: await fillSignature(base.bytes), xref: base.xref }
    const changed = { 6: OBJECTS[6].replace('/MediaBox', '/Rotate 180 /MediaBox') }
    for (const compressed of [[], [6]]) {
      const verdict = await judge((await streamPdf({ objects: changed, compressed, after })).bytes)
      expect(verdict).toMatchObject({ valid: false, aspects: { coverage: { reasons: ['LATER_CHANGE_PAGE'] } } })
    }
    expect((await judge((await streamPdf({ objects: { 50: '<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream' }, compressed: [], after })).bytes)).valid).toBe(false)
  })

  it('keeps its signature when a later revision changes nothing, whatever streams it is written with', async () => {
    const base = await streamPdf({ objects: OBJECTS, compressed: COMPRESSED })
    const after = { bytes: await fillSignature(base.bytes), xref: base.xref }
    expect(await judge((await streamPdf({ objects: { 6: OBJECTS[6] }, compressed: [6], after })).bytes)).toMatchObject({ valid: true, reasons: [] })
  })

  it('is refused when the signature itself hides in an object stream', async () => {
    const { bytes } = await streamPdf({ objects: OBJECTS, compressed: [...COMPRESSED, 7], filter: 'none' })
    expect((await judge(await fillSignature(bytes))).aspects.coverage.reasons).toContain('GAP_NOT_CONTENTS')
  })

  it('is refused when a stream unpacks to more than the limit', async () => {
    const bomb = `<< /Pad (${' '.repeat(900_000)}) >>`
    const { bytes } = await streamPdf({ objects: { ...OBJECTS, 9: bomb }, compressed: [...COMPRESSED, 9] })
    expect(await verifyPdf(bytes, { anchors: [], policy: { maxBytes: 100_000 } })).toMatchObject({ valid: false, reasons: ['TOO_LARGE'] })
  })

  it('is not signed by this kit, which says so', async () => {
    const { bytes } = await streamPdf({ objects: { ...OBJECTS, 1: '<< /Type /Catalog /Pages 2 0 R >>' }, compressed: COMPRESSED })
    const signer = createKeySigner({ privateKey: leaf.keys.privateKey, certificateChain: [leaf.certificate], algorithm: 'ES256' })
    await expect(signPdf(bytes, signer, { signedAt: now })).rejects.toMatchObject({ code: 'ERR_PDF_XREF_STREAM_UNSUPPORTED' })
  })
})
