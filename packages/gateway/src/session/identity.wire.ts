import { isObject } from '../http/body.ts'
import type { PersonColumn } from '../database/schema.ts'

export interface OfficerClaimNames { role: string; agency: string }

/**
 * Reads the national userinfo record: `TechID` or `sub` is the account, `SoDinhDanh` the person.
 * An assurance level that is missing or not understood counts as 1 (the mapping of `IAL`/`loAs` is not published;
 * docs/wire-facts.md, “Identity claims”, checked 2026-10, UNKNOWN). Throws TypeError when no person is named.
 */
export function personFromUserinfo(claims: Readonly<Record<string, unknown>>, officerClaims: OfficerClaimNames): PersonColumn {
  const subject = text(claims.TechID) ?? text(claims.sub)
  const fullName = nameOf(claims.HoVaTen) ?? text(claims.name)
  if (subject === undefined || fullName === undefined) throw new TypeError('The userinfo record names no account or no person.')
  const sex = sexOf(claims.GioiTinh)
  const phone = text(claims.SoDienThoai)
  const email = text(claims.ThuDienTu)
  const roles = claims[officerClaims.role]
  const agencyCode = text(claims[officerClaims.agency])
  const isOfficer = roles === 'officer' || (Array.isArray(roles) && roles.includes('officer'))
  return {
    subject,
    fullName: fullName.normalize('NFC'),
    birthDate: birthDateOf(claims.NgayThangNamSinh),
    personalId: text(claims.SoDinhDanh) ?? '',
    ...(sex === undefined ? {} : { sex }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    assuranceLevel: [claims.IAL, claims.loAs].some((level) => String(level ?? '').endsWith('2')) ? 2 : 1,
    ...(isOfficer && agencyCode !== undefined ? { officer: { agencyCode } } : {}),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** Either one string or the population database's parts `{ Ho, ChuDem, Ten }`. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return text(value)
  const parts = [value.Ho, value.ChuDem, value.Ten].map(text).filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; also reads `dd/MM/yyyy` and `yyyyMMdd`. */
function birthDateOf(value: unknown): string {
  const raw = text(value) ?? ''
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(raw)
  if (slashed) return `${slashed[3]}-${slashed[2]}-${slashed[1]}`
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(raw)
  if (packed) return `${packed[1]}-${packed[2]}-${packed[3]}`
  return raw
}

function sexOf(value: unknown): 'male' | 'female' | undefined {
  const raw = String(value ?? '').normalize('NFC').toLowerCase()
  if (raw === 'nam' || raw === 'male' || raw === '1') return 'male'
  if (raw === 'nữ' || raw === 'female' || raw === '2') return 'female'
  return undefined
}
