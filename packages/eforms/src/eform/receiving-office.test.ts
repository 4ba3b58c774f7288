import { describe, expect, it } from 'vitest'
import type { ReceivingBody } from '@motcua/schemas/definition'
import { isReceivedAtDesk, receivingOffice } from './receiving-office.ts'

const commune = { name: 'Xã Mỹ Thuận', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận' }
const receivedBy = (body: ReceivingBody) => ({ receivedBy: { body, source: 'Dữ liệu thử', checkedOn: '2026-11-22', confidence: 'CONFIRMED' as const } })

describe('whom a request is addressed to', () => {
  it('is the people’s committee as the commune calls it, named or not', () => {
    expect(receivingOffice({}, commune)).toBe('Ủy ban nhân dân xã Mỹ Thuận')
    expect(receivingOffice(receivedBy('commune-people-committee'), commune)).toBe('Ủy ban nhân dân xã Mỹ Thuận')
  })

  it.each([
    ['commune-police', 'Xã Mỹ Thuận', 'Công an xã Mỹ Thuận'],
    ['commune-police', 'Phường Bến Nghé', 'Công an phường Bến Nghé'],
    ['commune-police', 'Đặc khu Phú Quốc', 'Công an đặc khu Phú Quốc'],
    ['commune-business-registration', 'Xã Mỹ Thuận', 'Cơ quan đăng ký kinh doanh xã Mỹ Thuận'],
  ] as const)('is another body of the same commune where the data say so: %s of %s', (body, name, office) => {
    expect(receivingOffice(receivedBy(body), { ...commune, name })).toBe(office)
  })

  it('is met at the one-door desk, but for the police', () => {
    expect([{}, receivedBy('commune-business-registration'), receivedBy('commune-police')].map(isReceivedAtDesk)).toEqual([true, true, false])
  })
})
