import type { JsonObject } from '@motcua/core/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGateway, GatewayConfigError, type PopulationAnswer, type PopulationDatabaseConfig, type PopulationRequest } from '../src/index.ts'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { EXTRACT, answersOf, logText, submissionForSelf } from './filing.ts'
import { COMMUNE, LAN, PHUONG, createConfig, createWorld, type Api, type World } from './world.ts'

const HOME = { province: '91', commune: '30838', detail: 'Số 12, ấp Mỹ Bình' }
/** Her provider does not know when she was born. */
const KIM = { sub: 'acc-kim', TechID: 'acc-kim', HoVaTen: 'Huỳnh Thị Kim', SoDinhDanh: '091162000321', IAL: '2' }

function body(sources?: string[]): JsonObject {
  return { procedure: { slug: 'extract-copy', effectiveFrom: EXTRACT.effectiveFrom, sha256: EXTRACT.sha256 }, commune: COMMUNE, ...(sources && { sources }) }
}

describe.each(DATABASES)('prefill on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  const asked: PopulationRequest[] = []
  let answer: (request: PopulationRequest, signal: AbortSignal) => Promise<PopulationAnswer>

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    world = await createWorld(await databases.create(), {
      config: {
        populationDatabase: { timeoutMs: 200, database: { lookUp: (request, { signal }) => { asked.push(request); return answer(request, signal) } } },
        limits: { prefillsPerHour: 5 },
      },
    })
  })
  beforeEach(() => {
    asked.length = 0
    answer = async ({ personalId, fullName }) => ({ kind: 'found', record: { personalId, fullName, birthDate: '1962-09-30', permanentResidence: HOME } })
    // Yesterday's questions do not count.
    if (world) world.time.now += 2 * 3_600_000
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  it.skipIf(skipped)('proposes one answer a question from the best source, and says of which day', async () => {
    const { status, body: answered, headers } = await (await world.signIn(LAN)).post('/v1/prefill', body())
    expect(status).toBe(200)
    expect(faultsOf('PrefillAnswer', answered)).toEqual([])
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(answered.sources).toEqual([{ source: 'identity-provider', outcome: 'found' }, { source: 'population-database', outcome: 'found' }, { source: 'earlier-dossier', outcome: 'not-found' }])
    const home = { source: 'population-database', asOf: '2026-11-23', locked: false, together: '/requester/residence' }
    expect(answered.proposals).toEqual([
      { pointer: '/requester/fullName', value: 'Nguyễn Thị Lan', source: 'identity-provider', locked: true },
      { pointer: '/requester/birthDate', value: '1958-04-12', source: 'identity-provider', locked: true },
      { pointer: '/requester/personalId', value: '091158000123', source: 'identity-provider', locked: true },
      { pointer: '/requester/phone', value: '0912345678', source: 'identity-provider', locked: false },
      { pointer: '/requester/residenceKind', value: 'permanent', ...home },
      { pointer: '/requester/residence/scope', value: 'domestic', ...home },
      { pointer: '/requester/residence/province', value: '91', ...home },
      { pointer: '/requester/residence/commune', value: '30838', ...home },
      { pointer: '/requester/residence/detail', value: 'Số 12, ấp Mỹ Bình', ...home },
    ])
  })

  it.skipIf(skipped)('asks the database for what the form asks and nothing else, and writes down that it did', async () => {
    const { body: answered } = await (await world.signIn(LAN)).post('/v1/prefill', body())
    expect(asked).toEqual([{
      requestId: answered.requestId, procedureCode: '2.000635', agencyCode: 'H01.02', personalId: '091158000123', fullName: 'Nguyễn Thị Lan', birthDate: '1958-04-12',
      facts: ['fullName', 'birthDate', 'permanentResidence'],
    }])
    expect(logText(world)).not.toContain('Mỹ Bình')
  })

  it.skipIf(skipped)('looks nobody up who did not agree to it, or whose sign-in is of a low level', async () => {
    const lan = await world.signIn(LAN)
    const { body: declined } = await lan.post('/v1/prefill', body(['earlier-dossier']))
    expect(declined).toMatchObject({ proposals: [], sources: [{ source: 'earlier-dossier', outcome: 'not-found' }] })
    const { body: low } = await (await world.signIn(PHUONG)).post('/v1/prefill', body(['population-database']))
    expect(low).toMatchObject({ proposals: [], sources: [{ source: 'population-database', outcome: 'assurance-too-low' }] })
    expect(asked).toEqual([])
  })

  it.skipIf(skipped).each<[string, () => Promise<PopulationAnswer>, string]>([
    ['nobody', async () => ({ kind: 'not-found' }), 'not-found'],
    ['that it is somebody else', async () => ({ kind: 'mismatch' }), 'mismatch'],
    ['another number', async () => ({ kind: 'found', record: { personalId: '091162000999', fullName: 'Nguyễn Thị Lan', permanentResidence: HOME } }), 'mismatch'],
    ['another name', async () => ({ kind: 'found', record: { personalId: '091158000123', fullName: 'Nguyễn Thị Lành', permanentResidence: HOME } }), 'mismatch'],
    ['a failure', async () => { throw new TypeError('down, and 091158000123 in the message') }, 'unavailable'],
    ['nothing in time', () => new Promise(() => undefined), 'unavailable'],
  ])('proposes nothing of the database when it says %s, and filing goes on', async (_, says, outcome) => {
    answer = says
    const lan = await world.signIn(LAN)
    const { status, body: answered } = await lan.post('/v1/prefill', body())
    expect(status).toBe(200)
    expect(answered.sources).toContainEqual({ source: 'population-database', outcome })
    expect(new Set(answered.proposals.map(({ source }: { source: string }) => source))).toEqual(new Set(['identity-provider']))
    expect(logText(world)).not.toContain('091158000123')
    expect((await lan.post('/v1/prefill', body([]))).status).toBe(200)
  })

  it.skipIf(skipped)('leaves out an address of a commune that is no more, whole', async () => {
    answer = async ({ personalId, fullName }) => ({ kind: 'found', record: { personalId, fullName, permanentResidence: { ...HOME, commune: '99999' } } })
    const { body: answered } = await (await world.signIn(LAN)).post('/v1/prefill', body(['population-database']))
    expect(answered.proposals.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/requester/fullName'])
  })

  it.skipIf(skipped)('compares at filing what it looked up and locked, whatever the page sends', async () => {
    const kim = await world.signIn(KIM)
    const own = (birthDate: string) => submissionForSelf({ answers: { ...answersOf('self'), requester: { ...Object(answersOf('self').requester), fullName: 'Huỳnh Thị Kim', personalId: '091162000321', birthDate } } })
    const { body: answered } = await kim.post('/v1/prefill', body(['population-database']))
    expect(answered.proposals).toContainEqual({ pointer: '/requester/birthDate', value: '1962-09-30', source: 'population-database', asOf: expect.stringMatching(/^2026-11-2/), locked: true })
    const forged = await kim.post('/v1/dossiers', own('1962-09-03'))
    expect(forged.status).toBe(422)
    expect(forged.body.errors).toEqual([{ pointer: '/requester/birthDate', code: 'populationMismatch', params: {} }])
    // Neither asking another source nor asking again in vain undoes it.
    await kim.post('/v1/prefill', body(['earlier-dossier']))
    answer = async () => { throw new TypeError('down') }
    await kim.post('/v1/prefill', body(['population-database']))
    expect((await kim.post('/v1/dossiers', own('1962-09-03'))).body.errors).toEqual([{ pointer: '/requester/birthDate', code: 'populationMismatch', params: {} }])
    expect((await kim.post('/v1/dossiers', own('1962-09-30'))).status).toBe(201)
    // A session that looked nothing up has the person's own word for it, and a page cannot say otherwise.
    expect((await (await world.signIn(KIM)).post('/v1/dossiers', own('1962-09-03'))).status).toBe(201)
  })

  it.skipIf(skipped)('holds the person to the identity provider where the database says another birth date: the page shows the first', async () => {
    const lan = await world.signIn({ ...LAN, sub: 'acc-lan-2', TechID: 'acc-lan-2' })
    const { body: answered } = await lan.post('/v1/prefill', body(['population-database', 'earlier-dossier']))
    expect(answered.proposals).toContainEqual(expect.objectContaining({ pointer: '/requester/birthDate', value: '1962-09-30', source: 'population-database', locked: true }))
    const own = (birthDate: string) => submissionForSelf({ answers: { ...answersOf('self'), requester: { ...Object(answersOf('self').requester), birthDate } } })
    expect((await lan.post('/v1/dossiers', own('1962-09-30'))).body.errors).toContainEqual({ pointer: '/requester/birthDate', code: 'identityMismatch', params: {} })
    expect((await lan.post('/v1/dossiers', own('1958-04-12'))).status).toBe(201)
  })

  it.skipIf(skipped)('takes the birth date from the database where the identity provider knows the year alone, and holds the person to either', async () => {
    answer = async ({ personalId, fullName }) => ({ kind: 'found', record: { personalId, fullName, birthDate: '1985-06-15' } })
    const tu = { ...KIM, sub: 'acc-tu-2', TechID: 'acc-tu-2', HoVaTen: 'Phạm Anh Tú', SoDinhDanh: '091085000457', NgayThangNamSinh: '1985' }
    const own = (birthDate: string) => submissionForSelf({ answers: { ...answersOf('self'), requester: { ...Object(answersOf('self').requester), fullName: 'Phạm Anh Tú', personalId: '091085000457', birthDate } } })
    const alone = await world.signIn(tu)
    expect((await alone.post('/v1/dossiers', own('1986-06-15'))).body.errors).toContainEqual({ pointer: '/requester/birthDate', code: 'identityMismatch', params: {} })
    expect((await alone.post('/v1/dossiers', own('1985-01-02'))).status).toBe(201)
    const helped = await world.signIn(tu)
    const { body: answered } = await helped.post('/v1/prefill', body())
    expect(answered.proposals).toContainEqual(expect.objectContaining({ pointer: '/requester/birthDate', value: '1985-06-15', source: 'population-database', locked: true }))
    expect((await helped.post('/v1/dossiers', own('1985-01-02'))).body.errors).toContainEqual({ pointer: '/requester/birthDate', code: 'populationMismatch', params: {} })
  })

  it.skipIf(skipped)('proposes from the newest of the person’s own dossiers, and never from another person’s', async () => {
    const kim = await world.signIn(KIM)
    const requester = (detail: string) => ({ ...Object(answersOf('self').requester), fullName: 'Huỳnh Thị Kim', personalId: '091162000321', birthDate: '1962-09-30', phone: '0987654321', residence: { scope: 'domestic', province: '91', commune: '30838', detail } })
    const file = async (detail: string) => { const filed = await kim.post('/v1/dossiers', submissionForSelf({ answers: { ...answersOf('self'), requester: requester(detail) } })); expect(filed).toMatchObject({ status: 201 }); return filed }
    await file('Số 1')
    world.time.now += 60_000
    await file('Số 2')
    world.time.now += 60_000
    const { body: withdrawn } = await file('Số 3')
    await kim.post(`/v1/dossiers/${withdrawn.code}/withdrawal`)
    const { body: answered } = await kim.post('/v1/prefill', body(['earlier-dossier']))
    expect(answered.proposals.find(({ pointer }: { pointer: string }) => pointer.endsWith('/detail'))).toMatchObject({ value: 'Số 2', source: 'earlier-dossier', locked: false })
    expect(answered.proposals.find(({ pointer }: { pointer: string }) => pointer.endsWith('/phone'))).toMatchObject({ value: '0987654321' })
    expect(answered.proposals.map(({ pointer }: { pointer: string }) => pointer)).not.toContain('/requester/fullName')
    const { body: others } = await (await world.signIn(LAN)).post('/v1/prefill', body(['earlier-dossier']))
    expect(others.proposals).toEqual([])
  })

  it.skipIf(skipped)('answers only the signed-in person, only so often, and only about a form that may be filed', async () => {
    expect((await world.request('/v1/prefill', { method: 'POST', body: JSON.stringify(body()) })).status).toBe(401)
    const lan: Api = await world.signIn(LAN)
    expect((await lan.post('/v1/prefill', { ...body(), commune: '00000' })).status).toBe(404)
    expect((await lan.post('/v1/prefill', { ...body(), procedure: { slug: 'extract-copy', effectiveFrom: EXTRACT.effectiveFrom, sha256: '0'.repeat(64) } })).body.type).toBe('urn:motcua:problem:definition-changed')
    expect((await lan.post('/v1/prefill', { ...body(), sources: ['card-qr'] })).status).toBe(400)
    const answers = await Promise.all(Array.from({ length: 8 }, () => lan.post('/v1/prefill', body())))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(answers.find(({ status }) => status === 429)?.body.type).toBe('urn:motcua:problem:too-many-look-ups')
    expect(asked).toHaveLength(5)
  })

  it.skipIf(skipped)('counts what was asked for somebody, and not what was refused them', async () => {
    const lan = await world.signIn(LAN)
    for (let count = 0; count < 5; count++) expect((await lan.post('/v1/prefill', body())).status).toBe(200)
    world.time.now += 1_000_000
    for (let count = 0; count < 5; count++) expect((await lan.post('/v1/prefill', body())).status).toBe(429)
    world.time.now += 2_700_000
    expect((await (await world.signIn(LAN)).post('/v1/prefill', body())).status).toBe(200)
  })
})

describe('a configuration of the population database', () => {
  it('is refused when it would look up people whose sign-in is of no known level, or wait for nothing', async () => {
    const { config } = await createConfig({ dataDir: 'memory://' })
    const populationDatabase: PopulationDatabaseConfig = JSON.parse('{ "database": {}, "minimumAssurance": 0, "timeoutMs": "8 s" }')
    const failure = await createGateway({ ...config, populationDatabase }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(GatewayConfigError)
    for (const fault of ['populationDatabase.database', 'populationDatabase.minimumAssurance', 'populationDatabase.timeoutMs']) expect(String(failure)).toContain(fault)
  })
})
