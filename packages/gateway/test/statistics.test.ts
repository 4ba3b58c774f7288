import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EarlierMonth } from '../src/index.ts'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { step } from './desk.ts'
import { submissionForSelf } from './filing.ts'
import { COMMUNE, LAN, MINH, PAGE, createConfig, createParts, createWorld, type Api, type World } from './world.ts'

const EARLIER: EarlierMonth = {
  month: '2026-08', source: { vi: 'Hệ thống cũ', en: 'The former system' },
  counts: { receivedNew: 200, carriedOver: 40, online: 120, counter: 70, post: 10, solvedOnTime: 190, solvedLate: 2, stopped: 6, withdrawn: 8, pendingInTime: 34 },
  shares: { onTime: { numerator: 238, denominator: 240 }, paidOnline: { numerator: 60, denominator: 64 } },
  ratings: { 'very-satisfied': 40, dissatisfied: 20 },
}

const OTHER_COMMUNE = '30292'

describe.each(DATABASES)('statistics on $database', ({ open, skipped }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let minh: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    const parts = await createParts()
    const { config: { agencies } } = await createConfig({ dataDir: 'memory://' }, { parts })
    const two = agencies.flatMap((agency) => [agency, { ...agency, agencyCode: 'H01.03', communeCode: OTHER_COMMUNE, officerSubjects: [] }])
    world = await createWorld(await databases.create(), { parts, config: { agencies: two, limits: { sessionMinutes: 60 * 24 * 60 }, statistics: { earlier: { [COMMUNE]: [EARLIER] }, smallNumberBelow: 3, notice: { vi: 'Số liệu thử', en: 'Trial figures' } } } })
    lan = await world.signIn(LAN)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const ask = (query = '', headers: Record<string, string> = {}) => world.request(`/v1/statistics?commune=${COMMUNE}${query}`, { headers: { Origin: PAGE, ...headers } })
  const read = async (query = '') => (await ask(query)).json()
  const monthIn = (body: { months: Array<{ month: string }> }, month: string) => Object(body.months.find((one) => one.month === month))

  it.skipIf(skipped)('counts what really happened at the desk', async () => {
    for (let count = 0; count < 6; count++) {
      const { body } = await lan.post('/v1/dossiers', submissionForSelf())
      await step(world, minh, body.code, 'receive')
      if (count > 2) await step(world, minh, body.code, 'process')
      if (count > 2) await lan.post(`/v1/dossiers/${body.code}/withdrawal`)
    }
    world.time.now += 10 * 60_000
    const body = await read()
    expect(faultsOf('Statistics', body)).toEqual([])
    expect(body).toMatchObject({ commune: COMMUNE, communeName: 'Xã Mỹ Thuận', month: '2026-11', smallNumberBelow: 3, notice: { en: 'Trial figures' }, available: ['2026-11', '2026-10', '2026-09', '2026-08'] })
    const { counts, shares, origin, isOver } = monthIn(body, '2026-11')
    expect({ origin, isOver, receivedNew: counts.receivedNew, withdrawn: counts.withdrawn, pendingInTime: counts.pendingInTime }).toEqual({
      origin: 'records', isOver: false, receivedNew: { value: 6, state: 'shown' }, withdrawn: { value: 3, state: 'shown' }, pendingInTime: { value: 3, state: 'shown' },
    })
    expect(shares.onTime).toEqual({ numerator: 6, denominator: 6, percent: 100, state: 'shown' })
    expect(shares.paidOnline).toEqual({ numerator: 0, denominator: 6, percent: 0, state: 'shown' })
    expect(shares.satisfied).toMatchObject({ percent: null, state: 'none' })
    expect([counts.counter, shares.online, shares.reused]).toEqual([{ value: null, state: 'not-measured' }, expect.objectContaining({ state: 'not-measured' }), expect.objectContaining({ state: 'not-measured' })])
  })

  it.skipIf(skipped)('says of an earlier month whose figures they are, and withholds small ones', async () => {
    const { counts, shares, ratings, ...month } = monthIn(await read('&month=2026-08'), '2026-08')
    expect(month).toMatchObject({ origin: 'earlier', source: { en: 'The former system' }, isOver: true })
    expect([counts.solvedLate, counts.stopped, counts.solvedOnTime]).toEqual([{ value: null, state: 'small' }, { value: null, state: 'linked' }, { value: 190, state: 'shown' }])
    expect(shares.onTime).toEqual({ numerator: null, denominator: null, percent: null, atLeastPercent: 99, state: 'small' })
    expect(shares.online).toEqual({ numerator: 120, denominator: 200, percent: 60, state: 'shown' })
    expect(shares.paidOnline).toMatchObject({ percent: 93.75 })
    expect(ratings.find(({ level }: { level: string }) => level === 'dissatisfied')).toMatchObject({ value: 20, state: 'shown' })
  })

  it.skipIf(skipped)('offers the months of an agency that has had feedback and no dossier', async () => {
    const sent = await lan.post('/v1/feedback', { kind: 'suggestion', commune: OTHER_COMMUNE, words: 'Nên có thêm ghế ở phòng chờ.' })
    expect(sent.status).toBe(201)
    const now = world.time.now
    world.time.now += 40 * 86_400_000
    const body = await (await world.request(`/v1/statistics?commune=${OTHER_COMMUNE}`, { headers: { Origin: PAGE } })).json()
    expect(body).toMatchObject({ available: ['2027-01', '2026-12', '2026-11'] })
    world.time.now = now
  })

  it.skipIf(skipped)('is public, kept by browsers, and says when nothing has changed', async () => {
    const first = await ask()
    expect([first.headers.get('Cache-Control'), first.headers.get('Access-Control-Allow-Origin')]).toEqual(['public, max-age=300', PAGE])
    const etag = first.headers.get('ETag') ?? ''
    world.time.now += 1000
    const again = await ask('', { 'If-None-Match': `"other", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    world.time.now += 300_000
    expect((await ask('', { 'If-None-Match': etag })).status).toBe(200)
  })

  it.skipIf(skipped)('holds nothing of a person', async () => {
    expect(JSON.stringify(await read())).not.toMatch(/Lan|091158000123|H01\.02-26|acc-lan/)
  })

  it.skipIf(skipped)('counts once for a round time, however often it is asked', async () => {
    const { dossiers } = (await lan.get('/v1/dossiers')).body
    const withdrawn = dossiers.filter(({ state }: { state: number }) => state === 7).map(({ code }: { code: string }) => code)
    expect(withdrawn).toHaveLength(3)
    const rate = async (level: string) => { for (const code of withdrawn) expect((await lan.post(`/v1/dossiers/${code}/rating`, { level })).status).toBe(200) }
    const rated = async (level: string) => monthIn(await read(), '2026-11').ratings.find((one: { level: string }) => one.level === level)?.value
    await rate('satisfied')
    world.time.now += 10 * 60_000
    expect(await rated('satisfied')).toBe(3)
    await rate('neutral')
    expect(await rated('satisfied')).toBe(3)
    world.time.now += 5 * 60_000
    expect([await rated('satisfied'), await rated('neutral')]).toEqual([0, 3])
  })

  it.skipIf(skipped)('gives at most twelve months, and none that is not there', async () => {
    const typeOf = async (path: string) => (await (await world.request(path)).json()).type.replace('urn:motcua:problem:', '')
    expect((await read('&month=2026-09')).months.map(({ month }: { month: string }) => month)).toEqual(['2026-08', '2026-09'])
    expect(await typeOf(`/v1/statistics?commune=${COMMUNE}&month=2026-12`)).toBe('month-not-available')
    expect(await typeOf(`/v1/statistics?commune=${COMMUNE}&month=2026-07`)).toBe('month-not-available')
    expect(await typeOf(`/v1/statistics?commune=${COMMUNE}&month=11-2026`)).toBe('bad-request')
    expect(await typeOf('/v1/statistics?commune=00001')).toBe('commune-unknown')
    expect(await typeOf('/v1/statistics?commune=30337')).toMatch(/commune-not-served|commune-unknown/)
    expect(await typeOf('/v1/statistics')).toBe('commune-unknown')
  })
})
