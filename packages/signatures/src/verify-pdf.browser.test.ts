import { expect, it } from 'vitest'
import { sha256Hex, signStatement, verifyStatement } from './manifest.ts'
import { createKeySigner, signPdf } from './sign.ts'
import { createTestAuthority, minimalPdf } from './testing.ts'
import { verifyPdf } from './verify.ts'

const now = new Date('2026-11-21T08:00:00Z')

it.each(['rsa', 'rsa-pss', 'ec'] as const)('a page verifies a %s result and its manifest, and refuses both after a change', async (kind) => {
  const authority = await createTestAuthority({ name: 'Sandbox', now })
  const officer = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ', kind })
  const signer = createKeySigner(officer)
  const signed = await signPdf(minimalPdf({ binding: { dossierCode: 'H01' } }), signer, { signedAt: now })
  const options = { anchors: [authority.anchor], at: now, expect: { dossierCode: 'H01', agencyCertificates: [officer.certificate] } }
  expect(await verifyPdf(signed, options)).toMatchObject({ valid: true, reasons: [] })
  const changed = signed.with(new TextDecoder('latin1').decode(signed).indexOf('(TEST)') + 1, 0x42)
  expect(await verifyPdf(changed, options)).toMatchObject({ valid: false, reasons: ['DIGEST_MISMATCH'] })

  const manifest = await signStatement({ sha256: await sha256Hex(signed) }, { signer, typ: 'motcua-manifest+jwt', at: now })
  const known = { typ: 'motcua-manifest+jwt', certificates: [officer.certificate], at: now } as const
  expect(await verifyStatement(manifest, known)).toMatchObject({ ok: true, signer: { name: 'Nguyễn Thị Ví Dụ' } })
  expect(await verifyStatement(manifest.replace('.', '.A'), known)).toMatchObject({ ok: false })
})
