import { buildVietQr } from '@motcua/payments/vietqr'
import { describe, expect, it } from 'vitest'
import { FIXTURE_PAYMENT } from '../testing/services.ts'
import { isQrInAgreement } from './qr-agreement.ts'

const said = { bin: '970436', account: '0011002233', amountVnd: 16_000, purpose: 'MC261121000001' }

describe('isQrInAgreement', () => {
  it('accepts the code that says what the lines say', () => { expect(isQrInAgreement(FIXTURE_PAYMENT)).toBe(true) })

  it.each([
    ['another bank', { bin: '970403' }], ['another account', { account: '0011002234' }], ['another amount', { amountVnd: 61_000 }], ['another text', { purpose: 'MC261121000002' }],
  ])('refuses a code with %s', (_name, change) => {
    expect(isQrInAgreement({ ...FIXTURE_PAYMENT, qrPayload: buildVietQr({ ...said, ...change }) })).toBe(false)
  })

  it('refuses a code that is damaged', () => { expect(isQrInAgreement({ ...FIXTURE_PAYMENT, qrPayload: FIXTURE_PAYMENT.qrPayload.slice(0, -1) })).toBe(false) })

  it('refuses the old code after a part payment, and takes the one for the rest', () => {
    expect(isQrInAgreement({ ...FIXTURE_PAYMENT, state: 'partial', paidVnd: 10_000 })).toBe(false)
    expect(isQrInAgreement({ ...FIXTURE_PAYMENT, state: 'partial', paidVnd: 10_000, qrPayload: buildVietQr({ ...said, amountVnd: 6_000 }) })).toBe(true)
  })
})
