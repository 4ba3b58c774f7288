import { GatewayConfigError } from '../errors.ts'
import { isObject } from '../http/body.ts'
import { callableFaults } from '../http/callable.ts'
import { readAnswer } from '../http/read-at-most.ts'
import type { PopulationAnswer, PopulationDatabase, PopulationFact, PopulationRecord, PopulationRequest } from './population.ts'

export interface PopulationLookUpConfig {
  /** Address of the look-up at the integration platform; UNKNOWN in public, so the operator's. */
  url: string
  /** `maTichHop`, the integration service's code; `037` has been seen for citizens in one deployment. */
  integrationCode: string
  /**
   * `maCanBo`: look-ups are attributed to a named officer. Whose id one stands under that the citizen asked for is not
   * written down anywhere we could read: the operator agrees it with the database's keeper.
   */
  officerId: string
  /** What the platform wants to know its caller by; UNKNOWN. Never logged. */
  headers?: Readonly<Record<string, string>>
  /** @default globalThis.fetch */
  fetch?: typeof fetch
  /** Also takes an `http:` address: identity numbers then travel readable, so only inside a network of one's own. @default false */
  allowInsecureRequests?: boolean
}

/**
 * A {@link PopulationDatabase} over the REST variant with lower-camel names (docs/wire-facts.md, “Citizen look-up”, C-B, checked
 * 2026-10). How the answer is wrapped and which codes it uses are UNKNOWN: the record is read at the top, under `data` or
 * under `result`, and a value that is not understood counts as not given. HTTP 404 and an empty record mean that there is nobody.
 * Throws {@link GatewayConfigError} for what the service has no room for: a look-up must not go under a part of somebody's id.
 *
 * @example
 * const populationDatabase = { database: createPopulationLookUp({ url, integrationCode: '037', officerId, headers }) }
 */
export function createPopulationLookUp(config: PopulationLookUpConfig): PopulationDatabase {
  const reach = config.fetch ?? fetch
  const faults = [
    ...callableFaults(config.url, 'populationDatabase.url', config),
    ...(/^\d{1,20}$/.test(config.integrationCode) ? [] : ['populationDatabase.integrationCode: expected 1 to 20 digits']),
    ...(/^\S.{0,19}$/.test(config.officerId) ? [] : ['populationDatabase.officerId: expected 1 to 20 characters']),
  ]
  if (faults.length > 0) throw new GatewayConfigError(faults)
  return {
    async lookUp(request, { signal }) {
      const response = await reach(config.url, {
        method: 'POST', signal, redirect: 'error',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...config.headers },
        body: JSON.stringify(toLookUpCall(request, config)),
      })
      if (response.status === 404) return { kind: 'not-found' }
      if (!response.ok) throw new TypeError(`The population database answered ${response.status}`)
      return readLookUp(JSON.parse(await readAnswer(response)), request)
    },
  }
}

/** The call as the platform takes it. Names are sent in capitals; a birth date that is no whole day goes as its year. */
export function toLookUpCall(request: PopulationRequest, { integrationCode, officerId }: Pick<PopulationLookUpConfig, 'integrationCode' | 'officerId'>): Record<string, string> {
  const { birthDate } = request
  return {
    maYeuCau: request.requestId.slice(0, 40),
    maDVC: request.procedureCode.slice(0, 20),
    maTichHop: integrationCode,
    maDonVi: request.agencyCode.slice(0, 35),
    maCanBo: officerId,
    soDinhDanh: request.personalId,
    hoVaTen: request.fullName.toLocaleUpperCase('vi').slice(0, 100),
    ngayThangNam: /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : birthDate.slice(0, 4),
  }
}

/** Reads an answer; only what was asked for leaves it. A record of another person is a mismatch, whatever was asked. */
export function readLookUp(value: unknown, { personalId, fullName, facts }: Pick<PopulationRequest, 'personalId' | 'fullName' | 'facts'>): PopulationAnswer {
  const record = recordIn(value)
  const number = text(record?.SoDinhDanh)
  if (record === undefined || number === undefined) return { kind: 'not-found' }
  const name = nameOf(record.HoVaTen)
  if (number !== personalId || name === undefined || name.toLocaleLowerCase('vi') !== inOneLine(fullName).toLocaleLowerCase('vi')) return { kind: 'mismatch' }
  return { kind: 'found', record: { personalId: number, fullName: name, ...only(facts, record) } }
}

function only(facts: readonly PopulationFact[], record: Readonly<Record<string, unknown>>): Partial<PopulationRecord> {
  const birthDate = facts.includes('birthDate') ? birthDateOf(record.NgayThangNamSinh) : undefined
  const sex = facts.includes('sex') ? sexOf(record.GioiTinh) : undefined
  const permanentResidence = facts.includes('permanentResidence') ? residenceOf(record.ThuongTru) : undefined
  return { ...(birthDate && { birthDate }), ...(sex && { sex }), ...(permanentResidence && { permanentResidence }) }
}

function recordIn(value: unknown): Record<string, unknown> | undefined {
  if (!isObject(value)) return undefined
  const { data, result } = value
  return isObject(data) ? data : isObject(result) ? result : value
}

function residenceOf(value: unknown): PopulationRecord['permanentResidence'] {
  if (!isObject(value)) return undefined
  const country = text(value.QuocGia)
  const province = text(value.MaTinhThanh)
  const commune = text(value.MaPhuongXa)
  // Abroad, or without codes that a form could take.
  if ((country !== undefined && !/^(VN|VNM|Việt Nam)$/i.test(country)) || province === undefined || commune === undefined) return undefined
  const detail = text(value.ChiTiet)
  return { province, commune, ...(detail !== undefined && { detail }) }
}

/** Parts `{ Ho, ChuDem, Ten }`, or one string. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return text(value)
  const parts = [value.Ho, value.ChuDem, value.Ten].map(text).filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** `{ NgayThangNam, Nam }` or one string; the year alone where no more is known. */
function birthDateOf(value: unknown): string | undefined {
  const raw = isObject(value) ? text(value.NgayThangNam) ?? text(value.Nam) : text(value)
  return raw !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(raw) ? raw : undefined
}

/** Words, or the numbers seen elsewhere in the national interfaces; the database's own dictionary is UNKNOWN. */
function sexOf(value: unknown): 'male' | 'female' | undefined {
  const raw = typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').toLowerCase() : ''
  return raw === 'nam' || raw === '1' ? 'male' : raw === 'nữ' || raw === '2' ? 'female' : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? inOneLine(value) : undefined
}

function inOneLine(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim()
}
