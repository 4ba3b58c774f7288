import { isCalendarDate } from '../dates.ts'
import { accepted, refused } from './outcome.ts'
import type { Parsed } from './outcome.ts'

/** Procedure code (mã thủ tục hành chính, MATTHC): `1.001193`, with a local variant `1.000948.H38`. */
export interface ProcedureCode {
  code: string
  /** Code without the local variant. */
  national: string
  /** Level-1 agency code of a local variant. */
  agency: string | null
}

/** Reads a procedure code; surrounding white space is dropped. Codes are re-issued: keep (code, agency, version) together. */
export function parseProcedureCode(text: string): Parsed<ProcedureCode, 'notAProcedureCode'> {
  const match = /^([0-9]\.[0-9]{6})(?:\.([A-Z][0-9]{2}))?$/.exec(text.trim())
  if (match?.[1] === undefined) return refused('notAProcedureCode')
  return accepted({ code: match[0], national: match[1], agency: match[2] ?? null })
}

/** True for a procedure code written exactly. */
export function isProcedureCode(value: unknown): value is string {
  return typeof value === 'string' && value === value.trim() && parseProcedureCode(value).success
}

/** Agency identification code (mã định danh cơ quan) in either style still on the wire. */
export interface AgencyCode {
  code: string
  /** `2016`: QCVN 102:2016, `000.00.15.H14`, level 1 last. `2020`: Quyết định 20/2020/QĐ-TTg, `H15.50.05.13`, level 1 first. */
  style: '2016' | '2020'
  /** Level-1 code: `H…` provinces, `G…` ministries, others exist. */
  level1: string
}

/** Longest agency code of the 2020 style (CONFIRMED); the grammar of its groups is INFERRED from examples (checked 2026-07-18). */
const MAX_AGENCY_CODE = 35

/** Reads an agency code; surrounding white space is dropped. */
export function parseAgencyCode(text: string): Parsed<AgencyCode, 'notAnAgencyCode'> {
  const code = text.trim()
  const old = /^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.([A-Z][0-9]{2})$/.exec(code)
  if (old?.[1] !== undefined) return accepted({ code, style: '2016', level1: old[1] })
  const current = /^([A-Z][0-9]{2})(?:\.[0-9A-Z]{1,6})*$/.exec(code)
  if (current?.[1] === undefined || code.length > MAX_AGENCY_CODE) return refused('notAnAgencyCode')
  return accepted({ code, style: '2020', level1: current[1] })
}

/** True for an agency code written exactly, in either style. */
export function isAgencyCode(value: unknown): value is string {
  return typeof value === 'string' && value === value.trim() && parseAgencyCode(value).success
}

/** Parts of a dossier code (mã hồ sơ). It is issued by the receiving system, never by the form. */
export interface DossierCode {
  /** As it was read: compare and store this, systems differ in the number of digits. */
  code: string
  agency: AgencyCode
  /** Day of reception, `YYYY-MM-DD`. */
  receivedOn: string
  /** Order within the day (or the ministry's running number), digits as written. */
  order: string
}

export type DossierCodeProblem = 'notADossierCode' | 'badAgency' | 'badDate' | 'badOrder'

/**
 * Reads a dossier code liberally: split at the last two hyphens, date of 6 or 8 digits, order of 4 to 7 digits, agency part in
 * either style (Thông tư 01/2018/TT-VPCP, điều 19, and observed practice of 2026; checked 2026-07-18). White space around it is dropped and letters are upper-cased.
 *
 * @example
 * parseDossierCode('H15.50.05.13-261008-0975') // receivedOn '2026-10-08', order '0975'
 */
export function parseDossierCode(text: string): Parsed<DossierCode, DossierCodeProblem> {
  const code = text.trim().toUpperCase()
  const match = /^(.+)-([^-]*)-([^-]*)$/.exec(code)
  if (match === null) return refused('notADossierCode')
  const [, agencyPart = '', datePart = '', order = ''] = match
  const agency = parseAgencyCode(agencyPart)
  if (!agency.success || agency.value.code !== agencyPart) return refused('badAgency')
  const receivedOn = readDay(datePart)
  if (receivedOn === null) return refused('badDate')
  if (!/^[0-9]{4,7}$/.test(order)) return refused('badOrder')
  return accepted({ code, agency: agency.value, receivedOn, order })
}

/**
 * Writes a dossier code strictly: agency code, `yyMMdd`, order of at least 4 digits. Throws `RangeError` when a part is malformed or the
 * order is not between 1 and 9,999,999.
 *
 * @example
 * formatDossierCode({ agencyCode: 'H01.30838', receivedOn: '2026-11-21', order: 7 }) // 'H01.30838-261121-0007'
 */
export function formatDossierCode(parts: { agencyCode: string; receivedOn: string; order: number }): string {
  const { agencyCode, receivedOn, order } = parts
  if (!isAgencyCode(agencyCode)) throw new RangeError('formatDossierCode expects an agency code such as H15.50.05.13')
  // Two digits of the year are read back as 20yy.
  if (!isCalendarDate(receivedOn) || !receivedOn.startsWith('20')) throw new RangeError('formatDossierCode expects a day of this century, YYYY-MM-DD')
  if (!Number.isInteger(order) || order < 1 || order > 9_999_999) throw new RangeError('formatDossierCode expects an order between 1 and 9999999')
  return `${agencyCode}-${receivedOn.slice(2).replaceAll('-', '')}-${String(order).padStart(4, '0')}`
}

/** True for the shape of a commune code (mã xã, Quyết định 19/2025/QĐ-TTg): 5 digits. Whether it exists is a matter of the reference data. */
export function isCommuneCodeShape(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9]{5}$/.test(value)
}

function readDay(digits: string): string | null {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  const date = `${year.length === 2 ? `20${year}` : year}-${month}-${day}`
  return isCalendarDate(date) ? date : null
}
