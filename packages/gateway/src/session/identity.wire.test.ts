import { describe, expect, it } from 'vitest'
import { personFromUserinfo } from './identity.wire.ts'

const NAMES = { role: 'role', agency: 'agencyCode' }
const LAN = { sub: 's', TechID: 'acc-lan', HoVaTen: 'Nguyễn Thị Lan', SoDinhDanh: '091158000123', NgayThangNamSinh: '1958-04-12' }

// Claim names as seen at the national sign-in (docs/wire-facts.md, “Identity claims”, C-B, checked 2026-10).
describe('reading the national userinfo record', () => {
  it('takes the account from TechID and the person from SoDinhDanh', () => {
    expect(personFromUserinfo({ ...LAN, SoDienThoai: '0912345678', ThuDienTu: 'lan@example.vn', GioiTinh: 'Nữ', IAL: '2' }, NAMES)).toEqual({
      subject: 'acc-lan', fullName: 'Nguyễn Thị Lan', birthDate: '1958-04-12', personalId: '091158000123', sex: 'female', phone: '0912345678', email: 'lan@example.vn', assuranceLevel: 2,
    })
  })

  it.each([
    ['an ISO day', '1958-04-12', '1958-04-12'],
    ['a Vietnamese day', '12/04/1958', '1958-04-12'],
    ['eight digits', '19580412', '1958-04-12'],
    ['a year alone, as older papers give', '1958', '1958'],
    ['nothing', undefined, ''],
  ])('reads %s of birth', (_reason, claim, birthDate) => {
    expect(personFromUserinfo({ ...LAN, NgayThangNamSinh: claim }, NAMES).birthDate).toBe(birthDate)
  })

  it.each([
    ['no level', {}, 1], ['level 1', { IAL: '1' }, 1], ['level 2 as a number', { IAL: 2 }, 2], ['level 2 by the other claim', { loAs: 'LoA2' }, 2], ['a word', { IAL: 'cao' }, 1],
  ])('counts %s as what is proven', (_reason, claims, level) => {
    expect(personFromUserinfo({ ...LAN, ...claims }, NAMES).assuranceLevel).toBe(level)
  })

  it('puts the parts of a name together and composes its letters', () => {
    expect(personFromUserinfo({ ...LAN, HoVaTen: { Ho: 'Nguyễn', ChuDem: 'Thị', Ten: 'Lan'.normalize('NFD') } }, NAMES).fullName).toBe('Nguyễn Thị Lan')
    expect(personFromUserinfo({ ...LAN, HoVaTen: 'Nguyễn Thị Lan'.normalize('NFD') }, NAMES).fullName).toBe('Nguyễn Thị Lan')
  })

  it('makes an officer of a role with an agency, and of nothing less', () => {
    expect(personFromUserinfo({ ...LAN, role: ['citizen', 'officer'], agencyCode: 'H01.02' }, NAMES).officer).toEqual({ agencyCode: 'H01.02' })
    expect(personFromUserinfo({ ...LAN, role: 'officer' }, NAMES).officer).toBeUndefined()
    expect(personFromUserinfo({ ...LAN, role: 'officers', agencyCode: 'H01.02' }, NAMES).officer).toBeUndefined()
  })

  it('refuses a record that names nobody, without repeating it', () => {
    expect(() => personFromUserinfo({ SoDinhDanh: '091158000123' }, NAMES)).toThrow(TypeError)
    expect(() => personFromUserinfo({ SoDinhDanh: '091158000123' }, NAMES)).not.toThrow(/0911/)
  })
})
