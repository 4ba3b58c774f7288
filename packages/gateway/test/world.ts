import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createBankWebhook } from '@motcua/payments/bank-webhook'
import { createTestAuthority, type TestAuthority, type TestIdentity } from '@motcua/signatures/testing'
import { createGateway, type Gateway, type GatewayConfig, type LogEntry } from '../src/index.ts'
import { memoryRoot } from './memory-folder.ts'
import { CLIENT_ID, ISSUER, createTestIdentityProvider, type TestPerson } from './identity-provider.ts'

export const PUBLIC_URL = 'https://gateway.test'
export const PAGE = 'https://commune.test'
export const COMMUNE = '30838'
export const BANK_SECRET = 'bank-secret-of-the-tests'
export const ACCOUNT = { bin: '970415', bankName: 'VietinBank', number: '113366668888', holder: 'UBND XA MY THUAN' }

/** Synthetic persons; the numbers fit the layout of the law and belong to nobody. */
export const LAN: TestPerson = { sub: 'acc-lan', TechID: 'acc-lan', HoVaTen: 'Nguyễn Thị Lan', SoDinhDanh: '091158000123', NgayThangNamSinh: '1958-04-12', SoDienThoai: '0912345678', IAL: '2' }
export const PHUONG: TestPerson = { sub: 'acc-phuong', TechID: 'acc-phuong', HoVaTen: 'Lê Thị Mai Phương', SoDinhDanh: '091190000789', NgayThangNamSinh: '02/11/1990', IAL: '1' }
export const MINH: TestPerson = { sub: 'acc-minh', TechID: 'acc-minh', HoVaTen: 'Trần Văn Minh', SoDinhDanh: '091085000456', NgayThangNamSinh: '15/06/1985', IAL: '2' }
export const STRANGER_OFFICER: TestPerson = { sub: 'acc-tu', TechID: 'acc-tu', HoVaTen: 'Phạm Anh Tú', SoDinhDanh: '091085000457', NgayThangNamSinh: '1985', IAL: '2', role: 'officer', agencyCode: 'H01.99' }

/** Monday morning in Viet Nam; tests move it. */
export const MONDAY_0900 = Date.parse('2026-11-23T09:00:00+07:00')

export interface World {
  gateway: Gateway
  config: GatewayConfig
  authority: TestAuthority
  officer: TestIdentity
  logs: LogEntry[]
  idp: Awaited<ReturnType<typeof createTestIdentityProvider>>
  /** Milliseconds of the gateway's clock. */
  time: { now: number }
  request(path: string, init?: RequestInit): Promise<Response>
  signIn(person: TestPerson): Promise<Api>
  close(): Promise<void>
}

/** Calls as one signed-in person, from the commune's page. */
export interface Api {
  accessToken: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, options?: { key?: string; headers?: Record<string, string> }): Promise<Answer>
  send(path: string, init: RequestInit): Promise<Response>
}
/** The body is whatever JSON says: the assertions of each test judge it. */
export interface Answer { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> }

export interface WorldParts { authority: TestAuthority; officer: TestIdentity; seal: TestIdentity }

export async function createParts(): Promise<WorldParts> {
  const authority = await createTestAuthority({ name: 'Gateway tests', now: new Date(MONDAY_0900) })
  const officer = await authority.issue({ commonName: 'Trần Văn Minh', organisation: 'UBND xã Mỹ Thuận' })
  const seal = await authority.issue({ commonName: 'Con dấu hệ thống', organisation: 'Cổng thử nghiệm' })
  return { authority, officer, seal }
}

export interface WorldOptions { config?: Partial<GatewayConfig>; parts?: WorldParts; filesDir?: string }

/** A complete configuration; what it writes to is in `logs` and `time`. */
export async function createConfig(database: GatewayConfig['database'], options: WorldOptions = {}) {
  const parts = options.parts ?? (await createParts())
  const { authority, officer, seal } = parts
  const idp = await createTestIdentityProvider()
  // A gateway makes it; a configuration alone leaves nothing behind.
  const filesDir = options.filesDir ?? join(memoryRoot(), `motcua-files-${randomUUID()}`)
  const logs: LogEntry[] = []
  const time = { now: MONDAY_0900 }
  const clock = () => new Date(time.now)
  const publicUrl = options.config?.publicUrl ?? PUBLIC_URL
  const config: GatewayConfig = {
    publicUrl,
    allowedOrigins: [PAGE],
    database,
    filesDir,
    identityProvider: { issuer: ISSUER, clientId: CLIENT_ID, redirectUri: `${publicUrl}/v1/sign-in/callback`, fetch: idp.fetch },
    agencies: [{
      agencyCode: 'H01.02', communeCode: COMMUNE, name: 'Ủy ban nhân dân xã Mỹ Thuận',
      desk: { address: 'Ấp Mỹ Bình', phone: '02973000000', hours: '7:00–11:00, 13:00–17:00' },
      endings: { 'extract-copy': 'submit', 'birth-registration': 'hand-off' },
      receivingAccounts: { default: ACCOUNT },
      signerCertificates: [officer.certificate],
      officerSubjects: ['acc-minh'],
    }],
    trustAnchors: [{ name: 'Gateway tests', certificate: authority.anchor, domain: 'test' }],
    systemSeal: { privateKey: seal.privateKey, certificate: seal.certificate },
    paymentProviders: [createBankWebhook({ secret: BANK_SECRET, now: clock })],
    clock,
    log: (entry) => logs.push(entry),
    ...options.config,
  }
  return { config, parts, idp, logs, time }
}

export async function createWorld(database: GatewayConfig['database'], options: WorldOptions = {}): Promise<World> {
  const { config, parts, idp, logs, time } = await createConfig(database, options)
  const gateway = await createGateway(config)
  const request = async (path: string, init: RequestInit = {}) => gateway.fetch(new Request(new URL(path, PUBLIC_URL), init))
  return {
    gateway, config, authority: parts.authority, officer: parts.officer, logs, idp, time, request,
    signIn: async (person) => apiOf(request, await signInAs(request, idp, person)),
    async close() {
      await gateway.close()
      rmSync(config.filesDir, { recursive: true, force: true })
    },
  }
}

/** The whole redirect dance as a browser does it. */
async function signInAs(request: World['request'], idp: World['idp'], person: TestPerson): Promise<string> {
  const verifier = randomUUID() + randomUUID()
  const start = await request(`/v1/sign-in?${new URLSearchParams({ return_to: `${PAGE}/nop`, code_challenge: s256(verifier), state: randomUUID() })}`)
  const callback = new URL(idp.authorize(start.headers.get('Location') ?? '', person))
  const finish = await request(`${callback.pathname}${callback.search}`, { headers: { Cookie: cookieOf(start) } })
  const fragment = new URLSearchParams(new URL(finish.headers.get('Location') ?? '').hash.slice(1))
  const session = await request('/v1/session', { method: 'POST', headers: { Origin: PAGE }, body: JSON.stringify({ code: fragment.get('motcua_code'), codeVerifier: verifier }) })
  const body: { accessToken: string } = await session.json()
  return body.accessToken
}

export function cookieOf(response: Response): string {
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
}

export function s256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

export function apiOf(request: World['request'], accessToken: string): Api {
  const authorised = (headers: HeadersInit = {}) => ({ Origin: PAGE, Authorization: `Bearer ${accessToken}`, ...Object.fromEntries(new Headers(headers)) })
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
  }
  const send = (path: string, init: RequestInit) => request(path, { ...init, headers: authorised(init.headers) })
  return {
    accessToken,
    send,
    get: async (path) => read(await send(path, {})),
    post: async (path, body, options = {}) => read(await send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': options.key ?? randomUUID(), ...options.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })),
  }
}
