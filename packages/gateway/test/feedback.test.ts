import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../src/database/connect.ts'
import { tidyFeedback } from '../src/feedback/tidy.ts'
import { createGateway, GatewayConfigError } from '../src/index.ts'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { step } from './desk.ts'
import { logText, submissionForSelf } from './filing.ts'
import { COMMUNE, LAN, MINH, MONDAY_0900, PHUONG, STRANGER_OFFICER, createConfig, createParts, createWorld, type Api, type World } from './world.ts'

const DAY_MS = 86_400_000
const OTHER_COMMUNE = '30292'
const WORDS = 'Tôi chờ hai giờ mà không ai gọi số, số điện thoại của tôi là 0912345678.'

describe.each(DATABASES)('ratings and feedback on $database', ({ open, skipped, notBeside }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let minh: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    const parts = await createParts()
    const { config: { agencies } } = await createConfig({ dataDir: 'memory://' }, { parts })
    const two = agencies.flatMap((agency) => [agency, { ...agency, agencyCode: 'H01.03', communeCode: OTHER_COMMUNE, name: 'Ủy ban nhân dân phường Bình Đức', officerSubjects: [] }])
    world = await createWorld(await databases.create(), { parts, config: { agencies: two, limits: { sessionMinutes: 60 * 24 * 90 }, feedback: { openPerPerson: 4 } } })
    lan = await world.signIn(LAN)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })

  const send = (change: object = {}, options?: { key?: string }, api = lan) => api.post('/v1/feedback', { kind: 'complaint', commune: COMMUNE, words: WORDS, ...change }, options)
  const act = (api: Api, code: string, kind: string, words?: string, more: object = {}) =>
    api.post(`/v1/${api === minh ? 'officer/' : ''}feedback/${code}/acts`, { kind, ...(words === undefined ? {} : { words }), ...more })
  const typeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:motcua:problem:', '')

  /** A dossier that the desk refused: it has ended. */
  async function endedDossier(): Promise<string> {
    const { body } = await lan.post('/v1/dossiers', submissionForSelf())
    await step(world, minh, body.code, 'refuse', { reason: 'Không thuộc thẩm quyền' })
    return body.code
  }

  it.skipIf(skipped)('rates an ended dossier once, lets it be changed, and says until when', async () => {
    const { body: { code } } = await lan.post('/v1/dossiers', submissionForSelf())
    const path = `/v1/dossiers/${code}/rating`
    expect((await lan.get(path)).body).toMatchObject({ isOpen: false, openUntil: null, rating: null })
    expect(typeOf(await lan.post(path, { level: 'satisfied' }))).toBe('rating-not-open')
    await step(world, minh, code, 'refuse', { reason: 'Không thuộc thẩm quyền' })
    const open = await lan.get(path)
    expect(open.body).toMatchObject({ dossier: code, isOpen: true, openUntil: new Date(world.time.now + 30 * DAY_MS).toISOString(), scale: { confidence: 'UNKNOWN' } })
    expect(open.headers.get('Cache-Control')).toBe('no-store')
    expect(faultsOf('DossierRating', open.body)).toEqual([])
    const key = randomUUID()
    const given = await lan.post(path, { level: 'dissatisfied', reasons: ['time', 'time'], comment: 'Chơ\u0300 lâu' }, { key })
    expect(given).toMatchObject({ status: 200, body: { rating: { level: 'dissatisfied', reasons: ['time'], comment: 'Chờ lâu' } } })
    expect(faultsOf('DossierRating', given.body)).toEqual([])
    expect(typeOf(await lan.post(path, { level: 'neutral' }, { key }))).toBe('idempotency-key-reused')
    world.time.now += DAY_MS
    const changed = await lan.post(path, { level: 'satisfied' })
    expect(changed.body.rating).toEqual({ level: 'satisfied', reasons: [], ratedAt: given.body.rating.ratedAt, changedAt: new Date(world.time.now).toISOString() })
    world.time.now += 30 * DAY_MS
    expect(typeOf(await lan.post(path, { level: 'neutral' }))).toBe('rating-closed')
    expect((await lan.get(path)).body).toMatchObject({ isOpen: false, rating: { level: 'satisfied' } })
    world.time.now = MONDAY_0900
  })

  it.skipIf(skipped)('lets nobody rate another’s dossier, nor with what the scale does not have', async () => {
    const code = await endedDossier()
    const phuong = await world.signIn(PHUONG)
    expect(typeOf(await phuong.post(`/v1/dossiers/${code}/rating`, { level: 'satisfied' }))).toBe('dossier-not-found')
    for (const body of [{ level: 'excellent' }, {}, { level: 'satisfied', reasons: ['weather'] }, { level: 'satisfied', reasons: 'time' }]) expect(typeOf(await lan.post(`/v1/dossiers/${code}/rating`, body))).toBe('bad-request')
    expect((await world.request(`/v1/dossiers/${code}/rating`)).status).toBe(401)
    expect(typeOf(await lan.send(`/v1/dossiers/${code}/rating`, { method: 'POST', body: '{"level":"satisfied"}' }).then(async (response) => ({ body: await response.json() })))).toBe('idempotency-key-missing')
  })

  it.skipIf(skipped)('takes a complaint in with a code and its dates, once per key', async () => {
    const key = randomUUID()
    const [first, again] = [await send({}, { key }), await send({}, { key })]
    expect(first).toMatchObject({ status: 201, body: { code: 'PAKN-H01.02-261123-0001', state: 'received', kind: 'complaint', dossier: null, late: false, allowedActs: ['withdraw'], acts: [{ kind: 'sent', words: WORDS, by: { role: 'citizen' } }] } })
    expect(again.body).toEqual(first.body)
    // Monday 23 November; Tuesday the 24th is a holiday from 2026.
    expect(first.body).toMatchObject({ refuseBy: '2026-11-26T10:00:00.000Z', askBy: '2026-12-01T10:00:00.000Z', handleBy: '2026-12-15T10:00:00.000Z', publishBy: null })
    expect(faultsOf('Feedback', first.body)).toEqual([])
    const mine = await lan.get('/v1/feedback')
    expect(mine.body.feedback.map(({ code }: { code: string }) => code)).toEqual([first.body.code])
    expect(JSON.stringify(mine.body)).not.toContain('chờ hai giờ')
    expect(mine.body).toMatchObject({ minLength: 10, maxLength: 4000 })
    expect(faultsOf('FeedbackList', mine.body)).toEqual([])
    await act(lan, first.body.code, 'withdraw')
  })

  it.skipIf(skipped)('sends what is about a dossier to the agency that has it, and takes no strange dossier', async () => {
    const code = await endedDossier()
    const sent = await send({ dossier: code, commune: '00000', kind: 'suggestion' })
    expect(sent).toMatchObject({ status: 201, body: { dossier: code, kind: 'suggestion', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận' } })
    expect(typeOf(await send({ dossier: 'H01.02-999999-0001' }))).toBe('dossier-not-found')
    expect(typeOf(await send({ commune: '00000' }))).toBe('commune-unknown')
    await act(lan, sent.body.code, 'withdraw')
  })

  it.skipIf(skipped)('is handled in the open: asked, supplied, answered, published, each added to the history', async () => {
    const { body: { code } } = await send()
    expect((await minh.get('/v1/officer/feedback')).body.feedback[0]).toMatchObject({ code, state: 'received' })
    expect((await act(minh, code, 'accept', undefined, { after: 1 })).body).toMatchObject({ state: 'in-progress', sender: 'Nguyễn Thị Lan', actCount: 2 })
    expect(typeOf(await act(minh, code, 'refuse', 'Không thuộc thẩm quyền'))).toBe('feedback-act-not-allowed')
    expect(typeOf(await act(minh, code, 'ask', 'Hôm nào ạ?', { after: 1 }))).toBe('feedback-moved-on')
    expect(typeOf(await act(minh, code, 'ask', ' \u200b '))).toBe('text-missing')
    await act(minh, code, 'ask', 'Bạn đến hôm nào?', { after: 2 })
    expect((await lan.get(`/v1/feedback/${code}`)).body).toMatchObject({ state: 'more-asked', allowedActs: ['supply', 'withdraw'] })
    await act(lan, code, 'supply', 'Sáng thứ Hai.')
    const answered = await act(minh, code, 'answer', 'Chúng tôi xin lỗi và đã thêm người gọi số.')
    expect(answered.body).toMatchObject({ state: 'answered', publishBy: '2026-11-26T10:00:00.000Z', handledAt: new Date(world.time.now).toISOString() })
    const published = await act(minh, code, 'publish', 'Đã bố trí thêm người gọi số vào giờ cao điểm.')
    expect(published.body.acts.map(({ kind }: { kind: string }) => kind)).toEqual(['sent', 'accept', 'ask', 'supply', 'answer', 'publish'])
    expect(faultsOf('OfficerFeedback', published.body)).toEqual([])
    const own = (await lan.get(`/v1/feedback/${code}`)).body
    expect(own).toMatchObject({ state: 'published', allowedActs: [] })
    expect(own.sender).toBeUndefined()
    expect(typeOf(await act(lan, code, 'withdraw'))).toBe('feedback-act-not-allowed')
  })

  it.skipIf(skipped)('is late once its date has passed, and stays so', async () => {
    const { body: { code } } = await send()
    world.time.now = Date.parse('2026-12-15T17:00:01+07:00')
    expect((await lan.get(`/v1/feedback/${code}`)).body.late).toBe(true)
    expect((await act(minh, code, 'answer', 'Đã xong.')).body).toMatchObject({ state: 'answered', late: true })
    world.time.now = MONDAY_0900
  })

  it.skipIf(skipped)('is seen by its sender and the officers of the agency only', async () => {
    const { body: { code } } = await send()
    const phuong = await world.signIn(PHUONG)
    const stranger = await world.signIn(STRANGER_OFFICER)
    expect([typeOf(await phuong.get(`/v1/feedback/${code}`)), typeOf(await phuong.get('/v1/officer/feedback')), typeOf(await phuong.get(`/v1/officer/feedback/${code}`))]).toEqual(['feedback-not-found', 'officer-only', 'officer-only'])
    expect([typeOf(await stranger.get(`/v1/officer/feedback/${code}`)), (await stranger.get('/v1/officer/feedback')).body.feedback]).toEqual(['not-your-agency', []])
    expect(typeOf(await phuong.post(`/v1/officer/feedback/${code}/acts`, { kind: 'answer', words: 'x' }))).toBe('officer-only')
    await act(lan, code, 'withdraw')
  })

  it.skipIf(skipped)('bounds what one person writes', async () => {
    expect(typeOf(await send({ words: 'ngắn' }))).toBe('text-missing')
    expect(typeOf(await send({ words: 'dài '.repeat(1001) }))).toBe('text-too-long')
    expect(typeOf(await send({ words: 7 }))).toBe('bad-request')
    const answers = await Promise.all(Array.from({ length: 4 }, () => send()))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    // 409, not 429: trying again in a moment helps nobody, and a client would.
    expect(await send()).toMatchObject({ status: 409, body: { type: 'urn:motcua:problem:too-many-feedback' } })
    for (const { body } of answers) await act(lan, body.code, 'withdraw')
  })

  it.skipIf(skipped)('bounds it also for who writes to several offices at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => send({ commune: index % 2 === 0 ? COMMUNE : OTHER_COMMUNE })))
    const sent = answers.filter(({ status }) => status === 201)
    expect(sent).toHaveLength(4)
    for (const { body } of sent) await act(lan, body.code, 'withdraw')
  })

  it.skipIf(skipped)('lets two officers answer only one after the other', async () => {
    const { body: { code } } = await send()
    const answers = await Promise.all(['Một', 'Hai', 'Ba'].map((words) => act(minh, code, 'answer', words, { after: 1 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect((await lan.get(`/v1/feedback/${code}`)).body.acts).toHaveLength(2)
  })

  it.skipIf(skipped || notBeside !== '')(`gives up what was written once the operator’s time is over, and keeps the level${notBeside}`, async () => {
    const dossier = await endedDossier()
    await lan.post(`/v1/dossiers/${dossier}/rating`, { level: 'dissatisfied', reasons: ['time'], comment: 'Chờ hai giờ' })
    const { body: { code } } = await send()
    await act(minh, code, 'answer', 'Đã xong.')
    const connection = await connect(world.config.database)
    const tidyAfter = (days: number) => tidyFeedback({ db: connection.db, clock: () => new Date(world.time.now + days * DAY_MS), config: { ...world.config, feedback: { keptDays: 365 } } })
    const seen = async () => [(await lan.get(`/v1/dossiers/${dossier}/rating`)).body.rating, typeOf(await lan.get(`/v1/feedback/${code}`)), typeOf(await minh.get(`/v1/officer/feedback/${code}`))]
    await tidyAfter(364)
    expect(await seen()).toMatchObject([{ level: 'dissatisfied', comment: 'Chờ hai giờ' }, undefined, undefined])
    await tidyAfter(366)
    await connection.close()
    const [rating, ...answers] = await seen()
    expect(rating).toMatchObject({ level: 'dissatisfied', reasons: [] })
    expect(rating.comment).toBeUndefined()
    expect(answers).toEqual(['feedback-not-found', 'feedback-not-found'])
    expect((await minh.get('/v1/officer/feedback')).body.feedback.some((one: { code: string }) => one.code === code)).toBe(false)
  })

  it.skipIf(skipped)('leaves nothing of what was written in the log', () => {
    expect(logText(world)).not.toMatch(/chờ hai giờ|0912345678|Sáng thứ Hai|xin lỗi/)
  })
})

describe('a configuration of feedback', () => {
  it('is refused with everything that is wrong with it', async () => {
    const { config } = await createConfig({ dataDir: 'memory://' })
    const feedback = { ratingDays: 0, minLength: 5000, keptDays: 0.5, ratingScale: { source: '', checkedOn: '', confidence: 'UNKNOWN' as const, levels: [], reasons: [] } }
    const statistics = { smallNumberBelow: 0, earlier: { 30838: [{ month: '2026-13', source: { vi: 'cũ', en: '' }, counts: { received: 3 } as object, shares: { paidOnline: { numerator: 3, denominator: 2 } } }] } }
    const failure = await createGateway({ ...config, feedback, statistics }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(GatewayConfigError)
    for (const fault of ['feedback.ratingDays', 'feedback.minLength, maxLength', 'feedback.keptDays', 'feedback.ratingScale.levels', 'statistics.smallNumberBelow', '.month: expected YYYY-MM', '.source: expected', 'there is no received', 'numerator <= denominator']) expect(String(failure)).toContain(fault)
  })
})
