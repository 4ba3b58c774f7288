import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../testing.ts'
import type { TestAuthority } from '../testing.ts'
import { describeCertificate } from '../remote.ts'

const at = new Date('2026-11-23T02:00:00Z')
const DAY = 86_400_000
let authority: TestAuthority
beforeAll(async () => { authority = await createTestAuthority({ name: 'Describe', now: at }) })

describe('a signing certificate in words', () => {
  it('names holder, issuer and validity, without the personal number in the name', async () => {
    const identity = await authority.issue({ commonName: 'Nguyễn Thị Ví Dụ CMND:091158000123', organisation: 'UBND xã Mỹ Thuận' })
    const summary = await describeCertificate(identity, { at, entitled: [identity.certificate] })
    expect(summary).toMatchObject({ organisation: 'UBND xã Mỹ Thuận', issuer: 'Describe (TEST)', objections: [], thumbprint: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(summary.subject).toMatch(/^Nguyễn Thị Ví Dụ CMND:\*+123$/)
  })

  it('says every reason why it cannot be used', async () => {
    const entitled = await authority.issue({ commonName: 'Khác' })
    const cases = [
      [{ commonName: 'Hết hạn', notBefore: new Date(at.getTime() - 3 * DAY), notAfter: new Date(at.getTime() - DAY) }, 'expired'],
      [{ commonName: 'Chưa đến', notBefore: new Date(at.getTime() + DAY) }, 'not-yet-valid'],
      [{ commonName: 'Mã hóa', keyUsage: ['keyEncipherment'] }, 'not-for-signing'],
    ] as const
    for (const [options, objection] of cases) {
      expect((await describeCertificate(await authority.issue(options), { at, entitled: [entitled.certificate] })).objections).toEqual([objection, 'not-entitled'])
    }
  })

  it('throws when there is none', async () => {
    await expect(describeCertificate({ certificateChain: [], algorithm: 'RS256' }, { at, entitled: [] })).rejects.toMatchObject({ code: 'ERR_CERTIFICATE_MALFORMED' })
  })
})
