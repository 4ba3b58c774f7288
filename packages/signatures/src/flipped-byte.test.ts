import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CA_EXTENSIONS, forgeCertificate } from '../test/forge-certificate.ts'
import { createKeySigner, signPdf } from './sign.ts'
import { minimalPdf } from './testing.ts'
import { verifyPdf } from './verify.ts'
import type { VerifyPdfOptions } from './verify.ts'

const now = new Date('2026-11-21T08:00:00Z')

describe.each([['ec', 'ES256'], ['rsa', 'RS256']] as const)('a file signed with %s, its whole chain embedded', (kind, algorithm) => {
  let signed: Uint8Array
  let options: VerifyPdfOptions

  beforeAll(async () => {
    const root = await forgeCertificate({ subject: 'Root', kind, extensions: CA_EXTENSIONS })
    const sub = await forgeCertificate({ subject: 'Sub', kind, issuer: root, extensions: CA_EXTENSIONS })
    const leaf = await forgeCertificate({ subject: 'Leaf', kind, issuer: sub })
    const signer = createKeySigner({ privateKey: leaf.keys.privateKey, certificateChain: [leaf.certificate, sub.certificate, root.certificate], algorithm })
    signed = await signPdf(minimalPdf({ binding: { dossierCode: 'H01' } }), signer, { signedAt: now, maxSignatureBytes: 4096 })
    options = { anchors: [root.certificate], at: now }
  })

  it('is valid before anything is flipped', async () => {
    expect(await verifyPdf(signed, options)).toMatchObject({ valid: true, reasons: [] })
  })

  it('is never valid after any one byte was changed to any other value, and the verdict says why', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (position, mask) => {
        const changed = signed.slice()
        changed[position] = (changed[position] ?? 0) ^ mask
        const verdict = await verifyPdf(changed, options)
        expect(verdict.valid).toBe(false)
        expect(verdict.reasons.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('is never valid after it was cut short or anything was added to its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), async (length, tail) => {
        const [cut, grown] = await Promise.all([verifyPdf(signed.subarray(0, length), options), verifyPdf(Uint8Array.from([...signed, ...tail]), options)])
        expect([cut.valid, grown.valid]).toEqual([false, false])
      }),
      { numRuns: 100 },
    )
  })
})

describe('hostile bytes', () => {
  it('get a verdict and never an exception', async () => {
    const fragment = fc.constantFrom('%PDF-1.7\n', 'xref\n0 1\n', 'trailer\n', '<< /Root 1 0 R /Size 9 >>', 'startxref\n', '0', '9', '%%EOF\n', '1 0 obj\n', 'endobj\n', '<<', '>>', '[', ']', '(', ')', '<', '>', '/Kids', '/Pages', ' 0 R', 'stream\n')
    await fc.assert(
      fc.asyncProperty(fc.array(fragment, { maxLength: 60 }), async (parts) => {
        const text = `%PDF-1.7\n${parts.join('')}`
        const bytes = new TextEncoder().encode(`${text}startxref\n${text.indexOf('xref')}\n%%EOF`)
        expect((await verifyPdf(bytes, { anchors: [] })).valid).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('that nest thousands of levels deep are refused for that', async () => {
    const verdict = await verifyPdf(minimalPdf({ catalog: `/X ${'['.repeat(5000)}${']'.repeat(5000)} ` }), { anchors: [] })
    expect(verdict).toMatchObject({ valid: false, reasons: ['LOOP_LIMIT'] })
  })
})
