import { TEST_PEOPLE } from '../identity-provider/people.ts'
import type { TestPerson } from '../identity-provider/people.ts'

/** Where two of the test people are registered; the officer is not in this database on purpose: "not found" is an ordinary answer. */
const HOMES: Readonly<Record<string, { province: string; commune: string; detail: string }>> = {
  'test-hoa': { province: '91', commune: '30838', detail: 'Số 12, ấp Mỹ Bình' },
  'test-phuong': { province: '91', commune: '30838', detail: 'Số 7, ấp Mỹ Hòa' },
}

/** What a look-up gives of one person: everything the real one lists that a form could ask for, and more that none may take. */
export type CitizenRecord = Readonly<Record<string, unknown>>

/**
 * The record of a test person by number, under the names of the citizen look-up (docs/wire-facts.md, “Citizen look-up”, C-A and
 * C-B, checked 2026-10).
 */
export function citizenRecord(personalId: string): CitizenRecord | undefined {
  const person = TEST_PEOPLE.find((candidate) => candidate.personalId === personalId)
  const home = person === undefined ? undefined : HOMES[person.accountId]
  return person === undefined || home === undefined ? undefined : recordOf(person, home)
}

function recordOf(person: TestPerson, home: { province: string; commune: string; detail: string }): CitizenRecord {
  const names = person.fullName.split(' ')
  const address = { MaTinhThanh: home.province, MaQuanHuyen: '', MaPhuongXa: home.commune, ChiTiet: home.detail, QuocGia: 'VN' }
  return {
    SoDinhDanh: person.personalId,
    SoCMND: '',
    HoVaTen: { Ho: names[0] ?? '', ChuDem: names.slice(1, -1).join(' '), Ten: names.at(-1) ?? '' },
    GioiTinh: person.sex === 'male' ? 'Nam' : 'Nữ',
    DanToc: 'Kinh',
    TonGiao: 'Không',
    TinhTrangHonNhan: 'Đã kết hôn',
    NgayThangNamSinh: { Nam: person.birthDate.slice(0, 4), NgayThangNam: person.birthDate },
    QuocTich: 'Việt Nam',
    ThuongTru: address,
    NoiOHienTai: address,
  }
}
