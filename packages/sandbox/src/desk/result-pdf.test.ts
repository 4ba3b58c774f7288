import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createKeySigner, signPdf } from '@motcua/signatures/sign'
import { createTestAuthority } from '@motcua/signatures/testing'
import { verifyPdf } from '@motcua/signatures/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PDFSIG, PDFTOTEXT } from '../../../signatures/test/outside-tools.ts'
import { makeResultPdf, NO_LEGAL_VALUE } from './result-pdf.ts'

const run = promisify(execFile)
const AT = new Date('2026-11-20T08:30:00Z')
const BINDING = { dossierCode: 'H99.30.38-261120-0007', procedureCode: '2.000635', agencyCode: 'H99.30.38' }
let folder: string
let signed: Uint8Array
let anchor: Uint8Array

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-result-'))
  const authority = await createTestAuthority({ name: 'Result test', now: AT })
  const officer = await authority.issue({ commonName: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận', kind: 'rsa' })
  anchor = authority.anchor
  const pdf = await makeResultPdf({
    binding: BINDING, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', documentName: 'Trích lục khai sinh',
    lines: [['Họ, chữ đệm, tên', 'Trần Gia Bảo'], ['Ngày, tháng, năm sinh', '15/05/2019']], officerName: 'Trần Văn Minh', issuedAt: AT,
  })
  signed = await signPdf(pdf, createKeySigner(officer), { signedAt: AT })
  await writeFile(join(folder, 'result.pdf'), signed)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('result PDF of the desk', () => {
  it('is one signed page that our own verifier accepts, bound to its dossier', async () => {
    const verdict = await verifyPdf(signed, { anchors: [anchor], at: AT })
    expect(verdict).toMatchObject({ valid: true, reasons: [], document: { ...BINDING, pageCount: 1 } })
  })

  it.skipIf(PDFSIG.isMissing)(`carries a valid signature over the whole file by pdfsig, and none after one flipped byte${PDFSIG.note}`, async () => {
    const { stdout } = await run('pdfsig', ['-nocert', join(folder, 'result.pdf')])
    expect(stdout).toContain('Signature is Valid')
    expect(stdout).toContain('Total document signed')
    const broken = new Uint8Array(signed)
    broken[1000] = (broken[1000] ?? 0) ^ 1
    await writeFile(join(folder, 'broken.pdf'), broken)
    const answer = await run('pdfsig', ['-nocert', join(folder, 'broken.pdf')]).then(({ stdout: text }) => text, () => '')
    expect(answer).not.toContain('Signature is Valid')
  })

  it.skipIf(PDFTOTEXT.isMissing)(`says on the page, in Vietnamese, what it is, whose it is, and that it has no legal value${PDFTOTEXT.note}`, async () => {
    const { stdout } = await run('pdftotext', ['-layout', join(folder, 'result.pdf'), '-'])
    for (const shown of ['TRÍCH LỤC KHAI SINH', '(BẢN SAO)', NO_LEGAL_VALUE, BINDING.dossierCode, 'Trần Gia Bảo', 'ngày 20 tháng 11 năm 2026']) {
      expect(stdout.normalize('NFC')).toContain(shown)
    }
  })
})
