import { crc16 } from './crc.ts'
import { ADDITIONAL_FIELDS, CURRENCY_VND, isAccountNumber, isBin, NAPAS_GUID, readAmount, VIETQR_SERVICES } from './format.ts'
import { duplicateTag, parseTlv } from './tlv.ts'
import type { AdditionalField, VietQrService } from './format.ts'
import type { DataObject } from './tlv.ts'

/** What a VietQR code says. It says it, it does not prove it: a code can be swapped. */
export interface VietQr {
  /** `dynamic`: for one payment; `static`: printed once, used often. */
  initiation: 'static' | 'dynamic'
  bin: string
  account: string
  service: VietQrService
  /** False when 38.02 was left out and the default QRPUSH was taken. */
  serviceStated: boolean
  amountVnd: number | null
  merchantCategory: string | null
  merchantName: string | null
  merchantCity: string | null
  additional: Readonly<Partial<Record<AdditionalField, string>>>
  /** As written, possibly lower case. */
  crc: string
}

export const VIETQR_ISSUE_CODES = [
  'notAscii', 'malformedTlv', 'duplicateTag', 'crcMissing', 'crcMismatch', 'unsupportedFormat', 'otherScheme', 'missingTag', 'unexpectedTag',
  'badInitiation', 'badBin', 'badAccount', 'badService', 'badCurrency', 'badAmount', 'badCountry', 'badValue',
] as const
export type VietQrIssueCode = (typeof VIETQR_ISSUE_CODES)[number]

/** One reason for refusing a code; `path` is the EMVCo tag path (`38.01`). */
export interface VietQrIssue { code: VietQrIssueCode; path: string }

export type ParsedVietQr = { success: true; value: VietQr } | { success: false; issues: readonly VietQrIssue[] }

/** Root tags of the EMVCo specification that need no reading of our own: tips 55–57, postal code 61, language template 64. */
const PASSED_OVER = /^(?:55|56|57|61|64|[89][0-9])$/

/**
 * Reads the text of a VietQR code strictly: printable ASCII, exact lengths at every level, CRC (either case), NAPAS identifier, đồng. A right CRC alone
 * is not enough: widely copied samples have one and a broken 38.01. A sound code of another scheme gives `otherScheme`.
 *
 * @example
 * const parsed = parseVietQr(text)
 * if (parsed.success) show(parsed.value.account)
 */
export function parseVietQr(text: string): ParsedVietQr {
  if (!/^[\x20-\x7E]*$/.test(text)) return refuse('notAscii', '')
  const root = parseTlv(text)
  if (root === null || root.length === 0) return refuse('malformedTlv', '')
  const last = root.at(-1)
  if (last?.tag !== '63' || !/^[0-9A-Fa-f]{4}$/.test(last.value)) return refuse('crcMissing', '63')
  if (crc16(text.slice(0, -4)) !== last.value.toUpperCase()) return refuse('crcMismatch', '63')
  const repeated = duplicateTag(root)
  if (repeated !== null) return refuse('duplicateTag', repeated)
  if (root[0]?.tag !== '00' || root[0].value !== '01') return refuse('unsupportedFormat', '00')
  const tags = new Map(root.map(({ tag, value }) => [tag, value]))
  const merchant = tags.get('38')
  if (merchant === undefined) return refuse('otherScheme', '38')
  const account = parseTlv(merchant)
  if (account === null) return refuse('malformedTlv', '38')
  if (account.find(({ tag }) => tag === '00')?.value !== NAPAS_GUID) return refuse('otherScheme', '38.00')
  return readVietQr(tags, account, last.value)
}

function readVietQr(tags: ReadonlyMap<string, string>, account: readonly DataObject[], crc: string): ParsedVietQr {
  const issues: VietQrIssue[] = []
  const check = (holds: boolean, code: VietQrIssueCode, path: string) => {
    if (!holds) issues.push({ code, path })
  }
  const beneficiary = readBeneficiary(account, check)
  const stated = account.find(({ tag }) => tag === '02')?.value
  const service = VIETQR_SERVICES.find((known) => known === (stated ?? 'QRPUSH'))
  check(service !== undefined, 'badService', '38.02')
  const initiation = tags.get('01')
  check(initiation === '11' || initiation === '12', initiation === undefined ? 'missingTag' : 'badInitiation', '01')
  check(tags.get('53') === CURRENCY_VND, tags.has('53') ? 'badCurrency' : 'missingTag', '53')
  check(tags.get('58') === 'VN', tags.has('58') ? 'badCountry' : 'missingTag', '58')
  const amountText = tags.get('54')
  const amountVnd = amountText === undefined ? null : readAmount(amountText)
  check(amountText === undefined || amountVnd !== null, 'badAmount', '54')
  const category = tags.get('52') ?? null
  check(category === null || /^[0-9]{4}$/.test(category), 'badValue', '52')
  const name = tags.get('59') ?? null
  check(name === null || (name.length >= 1 && name.length <= 25), 'badValue', '59')
  const city = tags.get('60') ?? null
  check(city === null || (city.length >= 1 && city.length <= 15), 'badValue', '60')
  for (const tag of tags.keys()) check(KNOWN_ROOT.has(tag) || PASSED_OVER.test(tag), 'unexpectedTag', tag)
  const additional = readAdditional(tags.get('62'), check)
  if (issues.length > 0 || beneficiary === null || service === undefined) return { success: false, issues }
  return {
    success: true,
    value: {
      initiation: initiation === '12' ? 'dynamic' : 'static',
      ...beneficiary,
      service,
      serviceStated: stated !== undefined,
      amountVnd,
      merchantCategory: category,
      merchantName: name,
      merchantCity: city,
      additional,
      crc,
    },
  }
}

const KNOWN_ROOT = new Set(['00', '01', '38', '52', '53', '54', '58', '59', '60', '62', '63'])

type Check = (holds: boolean, code: VietQrIssueCode, path: string) => void

function readBeneficiary(account: readonly DataObject[], check: Check): { bin: string; account: string } | null {
  checkTags(account, ['00', '01', '02'], '38', check)
  const written = account.find(({ tag }) => tag === '01')?.value
  if (written === undefined) {
    check(false, 'missingTag', '38.01')
    return null
  }
  const parts = parseTlv(written)
  if (parts === null) {
    check(false, 'malformedTlv', '38.01')
    return null
  }
  checkTags(parts, ['00', '01'], '38.01', check)
  const bin = parts.find(({ tag }) => tag === '00')?.value
  const number = parts.find(({ tag }) => tag === '01')?.value
  check(bin !== undefined && isBin(bin), bin === undefined ? 'missingTag' : 'badBin', '38.01.00')
  check(number !== undefined && isAccountNumber(number), number === undefined ? 'missingTag' : 'badAccount', '38.01.01')
  return bin === undefined || number === undefined ? null : { bin, account: number }
}

function readAdditional(written: string | undefined, check: Check): VietQr['additional'] {
  const additional: Partial<Record<AdditionalField, string>> = {}
  if (written === undefined) return additional
  const parts = parseTlv(written)
  if (parts === null || parts.length === 0) {
    check(false, 'malformedTlv', '62')
    return additional
  }
  const repeated = duplicateTag(parts)
  check(repeated === null, 'duplicateTag', `62.${repeated}`)
  for (const { tag, value } of parts) {
    check(value.length >= 1 && value.length <= 25, 'badValue', `62.${tag}`)
    if (isAdditionalTag(tag)) additional[ADDITIONAL_FIELDS[tag]] = value
  }
  return additional
}

function checkTags(objects: readonly DataObject[], allowed: readonly string[], path: string, check: Check): void {
  const repeated = duplicateTag(objects)
  check(repeated === null, 'duplicateTag', `${path}.${repeated}`)
  for (const { tag } of objects) check(allowed.includes(tag), 'unexpectedTag', `${path}.${tag}`)
}

function isAdditionalTag(tag: string): tag is keyof typeof ADDITIONAL_FIELDS {
  return Object.hasOwn(ADDITIONAL_FIELDS, tag)
}

function refuse(code: VietQrIssueCode, path: string): ParsedVietQr {
  return { success: false, issues: [{ code, path }] }
}
