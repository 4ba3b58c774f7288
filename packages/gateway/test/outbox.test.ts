import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabases } from './databases.ts'
import { step } from './desk.ts'
import { fileForGrandchild, logText, submissionForSelf } from './filing.ts'
import { LAN, MINH, apiOf, createWorld, type Api, type World } from './world.ts'

interface Call { session: string; madonvi: string; service: string; isUpdating: string; data: Array<Record<string, string>> }

/** A receiver of generation G1 that can be down and forget sessions. */
function createReceiver() {
  const calls: Call[] = []
  const known = new Set<string>()
  const state = { down: false, session: 's1', logins: 0 }
  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    if (state.down) return new Response('<html><body>502 Bad Gateway</body></html>', { status: 502 })
    const body = await request.json()
    if (new URL(request.url).pathname === '/auth') {
      state.logins += 1
      return Response.json({ error_code: 0, session: state.session })
    }
    if (body.session !== state.session) return Response.json({ error_code: '-1', message: 'phiên không hợp lệ' })
    calls.push(body)
    const code = body.data[0].MaHoSo
    if (body.service === 'DongBoHoSoMC' && body.isUpdating === 'False' && known.has(code)) return Response.json({ error_code: '-3', message: 'Hồ sơ đã tồn tại' })
    known.add(code)
    return body.service === 'CapNhatTienDoHoSoMC' ? new Response('Cập nhật thành công') : Response.json({ error_code: '00', message: 'thành công' })
  }
  return { calls, known, state, fetch: answer as typeof fetch }
}

describe.each(DATABASES)('the outbox on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let minh: Api
  const receiver = createReceiver()

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create(), {
      config: {
        nationalReceiver: { url: 'https://national.test/integration', authUrl: 'https://national.test/auth', username: 'xa', password: 'secret-of-the-receiver', fetch: receiver.fetch },
        limits: { outboxPollSeconds: 0.5, outboxRetrySeconds: 1 },
      },
    })
    lan = await world.signIn(LAN)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const callsOf = (code: string) => receiver.calls.filter((call) => call.data[0]?.MaHoSo === code)
  const progressOf = (code: string) => callsOf(code).filter(({ service }) => service === 'CapNhatTienDoHoSoMC').flatMap(({ data }) => data.map(({ TrangThai }) => TrangThai))

  it.skipIf(skipped)('sends the record first and then every step once, in order', async () => {
    const code = await fileForGrandchild(lan, 'sync')
    await expect.poll(() => progressOf(code), { timeout: 10_000 }).toEqual(['1'])
    await step(world, minh, code, 'receive')
    await step(world, minh, code, 'process')
    await expect.poll(() => progressOf(code), { timeout: 10_000 }).toEqual(['1', '2', '4'])
    const records = callsOf(code).filter(({ service }) => service === 'DongBoHoSoMC')
    expect(records[0]).toMatchObject({
      session: 's1', madonvi: 'H01.02', isUpdating: 'False',
      data: [{ MaHoSo: code, MaTTHC: '2.000635', KenhThucHien: '2', TrangThaiHoSo: '1', NgayNopHoSo: '20261123090000', NgayTiepNhan: '', ChuHoSo: 'Nguyễn Thị Lan' }],
    })
    expect(records.at(-1)).toMatchObject({ isUpdating: 'True', data: [{ TrangThaiHoSo: '4', NgayTiepNhan: '20261123090000', NgayHenTra: '20261123170000' }] })
    expect(Object.values(records[0]?.data[0] ?? {}).every((value) => typeof value === 'string' || Array.isArray(value))).toBe(true)
  })

  it.skipIf(skipped)('keeps trying while the receiver is down, logs in again, and updates what already exists there', async () => {
    receiver.state.down = true
    const code = await fileForGrandchild(lan, 'down')
    await expect.poll(() => world.logs.filter((entry) => entry.event === 'national-sync-failed' && entry.dossierCode === code).length, { timeout: 10_000 }).toBeGreaterThan(0)
    expect(callsOf(code)).toEqual([])
    // Another system filed the record meanwhile, and our session is gone.
    receiver.known.add(code)
    receiver.state.session = 's2'
    receiver.state.down = false
    await expect.poll(() => progressOf(code), { timeout: 20_000 }).toEqual(['1'])
    expect(callsOf(code).map(({ service, isUpdating }) => `${service} ${isUpdating}`)).toEqual(['DongBoHoSoMC False', 'DongBoHoSoMC True', 'CapNhatTienDoHoSoMC False'])
    expect(receiver.state.logins).toBeGreaterThan(1)
  })

  it.skipIf(skipped)('logs the trouble without persons or passwords', () => {
    const text = logText(world)
    expect(text).toContain('national-sync-failed')
    expect(text).toContain('http-502')
    for (const secret of [LAN.SoDinhDanh, LAN.HoVaTen, 'secret-of-the-receiver', 'Bad Gateway']) expect(text).not.toContain(secret)
  })
})

const POSTGRES = DATABASES.filter(({ database }) => database.startsWith('PostgreSQL'))

describe.each(POSTGRES)('two gateways on one $database', ({ open, skipped }) => {
  it.skipIf(skipped)('behave as one: start together, share sessions, give no code twice and one dossier for one key', async () => {
    const databases = await open()
    const database = await databases.create()
    const [left, right] = await Promise.all([createWorld(database), createWorld(database)])
    try {
      const { accessToken } = await left.signIn(LAN)
      const apis = [apiOf(left.request, accessToken), apiOf(right.request, accessToken)]
      const key = '11111111-2222-4333-8444-555555555555'
      const same = await Promise.all(apis.flatMap((api) => [api.post('/v1/dossiers', submissionForSelf(), { key }), api.post('/v1/dossiers', submissionForSelf(), { key })]))
      expect(new Set(same.map(({ body }) => body.code)).size).toBe(1)
      const many = await Promise.all(apis.flatMap((api) => Array.from({ length: 5 }, () => api.post('/v1/dossiers', submissionForSelf()))))
      expect(new Set(many.map(({ body }) => body.code)).size).toBe(10)
    } finally {
      await left.close()
      await right.close()
      await databases.close()
    }
  })

  it.skipIf(skipped)('follow the pause between retries that the operator sets later', async () => {
    const databases = await open()
    const database = await databases.create()
    const client = new Client({ connectionString: database.url })
    await client.connect()
    try {
      for (const outboxRetrySeconds of [5, 9]) {
        await (await createWorld(database, { config: { limits: { outboxRetrySeconds } } })).close()
        expect((await client.query('select retry_delay from motcua_jobs.queue where name = $1', ['national-sync'])).rows).toEqual([{ retry_delay: outboxRetrySeconds }])
      }
    } finally {
      await client.end()
      await databases.close()
    }
  })
})
