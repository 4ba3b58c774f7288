import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPENSSL, PDFSIG } from '../test/outside-tools.ts'
import { concatBytes } from './bytes.ts'
import { PdfFile } from './pdf/file.ts'
import { readSignatureFields, readSignedBytes } from './pdf/signature-fields.ts'
import { createKeySigner, signPdf } from './sign.ts'
import { createTestAuthority, minimalPdf } from './testing.ts'
import { verifyPdf } from './verify.ts'
import type { TestAuthority } from './testing.ts'

const run = promisify(execFile)
const now = new Date()

let folder: string
let authority: TestAuthority
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-signatures-'))
  authority = await createTestAuthority({ name: 'Sandbox', now })
})
afterAll(() => rm(folder, { recursive: true }))

async function signed(kind: 'rsa' | 'rsa-pss' | 'ec', pdf: Uint8Array = minimalPdf()): Promise<Uint8Array> {
  const identity = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', kind })
  return signPdf(pdf, createKeySigner(identity), { signedAt: now, reason: 'Cấp (bản) sao trích lục' })
}

/** pdfsig ends with an error when a signature is bad; its words are what counts. */
async function pdfsig(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.pdf`)
  await writeFile(path, bytes)
  return run('pdfsig', ['-nocert', path]).then(({ stdout }) => stdout, (error: { stdout?: string }) => error.stdout ?? '')
}

describe.skipIf(PDFSIG.isMissing)(`pdfsig of poppler${PDFSIG.note}`, () => {
  it.each(['rsa', 'rsa-pss', 'ec'] as const)('accepts our %s signature over the total document', async (kind) => {
    const words = await pdfsig(await signed(kind))
    expect(words).toContain('Signature is Valid')
    expect(words).toContain('Total document signed')
    expect(words).toContain('ETSI.CAdES.detached')
  })

  it('accepts both signatures of a file signed twice', async () => {
    const words = await pdfsig(await signed('rsa', await signed('ec')))
    expect(words.match(/Signature is Valid/g)).toHaveLength(2)
    expect(words).toContain('Total document signed')
  })

  it('accepts a signed file that pdfkit made', async () => {
    const words = await pdfsig(await signed('ec', await readFile(new URL('../test/pdfkit-result.pdf', import.meta.url))))
    expect(words).toContain('Signature is Valid')
    expect(words).toContain('Total document signed')
  })

  it('no longer says valid after one byte of the page was flipped, and our verdict says why', async () => {
    const changed = await signed('rsa')
    const position = new TextDecoder('latin1').decode(changed).indexOf('(TEST)') + 1
    changed[position] = (changed[position] ?? 0) ^ 1
    expect(await pdfsig(changed)).not.toContain('Signature is Valid')
    const verdict = await verifyPdf(changed, { anchors: [authority.anchor], at: now })
    expect(verdict).toMatchObject({ valid: false, reasons: ['DIGEST_MISMATCH'], aspects: { integrity: { status: 'failed', reasons: ['DIGEST_MISMATCH'] }, coverage: { status: 'passed' } } })
  })
})

describe.skipIf(OPENSSL.isMissing)(`openssl cms -verify -cades${OPENSSL.note}`, () => {
  it.each(['rsa', 'rsa-pss', 'ec'] as const)('accepts our %s container with the test root', async (kind) => {
    const file = await PdfFile.open(await signed(kind))
    const [field] = readSignatureFields(file).signed
    if (!field) throw new Error('not signed')
    const { container = new Uint8Array(), halves = [] } = readSignedBytes(file, field.dict)
    const [cms, content, anchor] = ['cms.der', 'content.bin', 'anchor.pem'].map((name) => join(folder, `${kind}-${name}`)) as [string, string, string]
    await writeFile(cms, container)
    await writeFile(content, concatBytes(...halves))
    await writeFile(anchor, new X509Certificate(authority.anchor).toString())
    const { stderr } = await run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content, '-CAfile', anchor, '-purpose', 'any', '-out', '/dev/null'])
    expect(stderr).toMatch(/successful/i)
  })
})
