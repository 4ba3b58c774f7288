import type { TestPerson } from './people.ts'

/** Levels of an electronic-identity account under Nghị định 69/2024/NĐ-CP. */
export const ASSURANCE_LEVELS = [1, 2] as const
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number]

/**
 * Claims that the national sign-in has been seen to give (docs/wire-facts.md, “Identity claims”, C-B, checked 2026-10); names are
 * fixed by it.
 */
export const CLAIM_NAMES = [
  'sub', 'TechID', 'LoaiTaiKhoan', 'SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'SoDienThoai', 'ThuDienTu', 'IAL', 'loAs',
] as const

/**
 * What the provider vouches for. Level 1 and level 2 differ in `IAL` and `loAs` only; how the real service maps its
 * figures to the levels of the decree is UNKNOWN, so the sandbox uses the level's own number.
 */
export function claimsOf(person: TestPerson, level: AssuranceLevel): Record<(typeof CLAIM_NAMES)[number], string> {
  const [year = '', month = '', day = ''] = person.birthDate.split('-')
  return {
    sub: person.accountId,
    TechID: person.accountId,
    LoaiTaiKhoan: '1',
    SoDinhDanh: person.personalId,
    HoVaTen: person.fullName,
    NgayThangNamSinh: `${day}/${month}/${year}`,
    SoDienThoai: person.phone,
    ThuDienTu: person.email,
    IAL: String(level),
    loAs: String(level),
  }
}
