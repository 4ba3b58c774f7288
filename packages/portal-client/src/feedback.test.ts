import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { connect } from './connection.ts'
import { feedbackOf } from './feedback.ts'
import { createSessionHolder } from './session.ts'
import { statisticsOf } from './statistics.ts'

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

function transport(signedIn = true) {
  const session = createSessionHolder()
  if (signedIn) session.set(samples.session)
  return connect({ baseUrl: server.url, session, retry: 1 }).transport
}
const asked = () => server.requests.map(({ method, path, headers }) => [method, path, headers.authorization !== undefined])

const SUMMARY = {
  code: 'PAKN-H01.02-261123-0001', kind: 'complaint', state: 'received', dossier: null, agencyName: 'UBND xã', receivedAt: '2026-11-23T09:00:00Z', refuseBy: null, askBy: null,
  handleBy: '2026-12-15T10:00:00Z', publishBy: null, handledAt: null, late: false, actCount: 1,
}
const FEEDBACK = { ...SUMMARY, acts: [{ kind: 'sent', at: '2026-11-23T09:00:00Z', by: { role: 'citizen', name: 'A' }, words: 'Chờ lâu quá.' }], allowedActs: ['withdraw'] }
const SCALE = { levels: [{ id: 'satisfied', name: { vi: 'Hài lòng', en: 'Satisfied' }, counts: 'satisfied' }], reasons: [], source: 'x', checkedOn: '2026-11', confidence: 'UNKNOWN' }
const RATING = { dossier: samples.CODE, scale: SCALE, maxLength: 4000, isOpen: true, openUntil: '2026-12-23T09:00:00Z', rating: null }
const STATISTICS = {
  commune: '30838', communeName: 'Xã Mỹ Thuận', agencyName: 'UBND xã', month: '2026-11', available: ['2026-11'], smallNumberBelow: 5, scale: SCALE,
  months: [{ month: '2026-11', origin: 'records', isOver: false, measuredAt: '2026-11-23T09:00:00Z', counts: { receivedNew: { value: 6, state: 'shown' } }, shares: { onTime: { numerator: 6, denominator: 7, percent: 85.71, state: 'shown' } }, ratings: [{ level: 'satisfied', value: null, state: 'small' }] }],
  index: { name: { vi: 'x', en: 'x' }, citation: 'x', source: 'x', checkedOn: 'x', confidence: 'CONFIRMED', groups: [{ id: 'a', name: { vi: 'a', en: 'a' }, maxPoints: 18 }] },
}

describe('feedback', () => {
  it('asks at the addresses of the contract, signed in, and repeats a write with its key', async () => {
    const calls = feedbackOf(transport())
    server.handle((_, response) => { json(response, 200, RATING) })
    expect((await calls.rating(samples.CODE)).isOpen).toBe(true)
    await calls.rate(samples.CODE, { level: 'satisfied' })
    expect(asked()).toEqual([['GET', `/v1/dossiers/${samples.CODE}/rating`, true], ['POST', `/v1/dossiers/${samples.CODE}/rating`, true]])
    server.handle((_, response) => { if (server.requests.length === 1) response.socket?.destroy(); else json(response, 201, FEEDBACK) })
    await calls.send({ kind: 'complaint', words: 'Chờ lâu quá.', commune: '30838' })
    expect(server.requests).toHaveLength(2)
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('gives an officer the agency’s', async () => {
    const { officer } = feedbackOf(transport())
    server.handle((_, response) => { json(response, 200, { feedback: [SUMMARY] }) })
    expect(await officer.list()).toHaveLength(1)
    server.handle((_, response) => { json(response, 201, { ...FEEDBACK, sender: 'A' }) })
    await officer.add(SUMMARY.code, { kind: 'answer', words: 'Xin lỗi.', after: 1 })
    expect([asked(), JSON.parse(String(server.requests[0]?.body))]).toEqual([[['POST', `/v1/officer/feedback/${SUMMARY.code}/acts`, true]], { kind: 'answer', words: 'Xin lỗi.', after: 1 }])
  })

  it('refuses an answer that is not what the contract says, and passes a refusal on', async () => {
    const calls = feedbackOf(transport())
    server.handle((_, response) => { json(response, 200, { feedback: [{ ...SUMMARY, late: 'no' }], minLength: 10, maxLength: 4000 }) })
    await expect(calls.list()).rejects.toMatchObject({ code: 'ERR_PORTAL_RESPONSE', message: expect.stringContaining('/feedback/0/late') })
    server.handle((_, response) => { problem(response, 409, 'rating-closed') })
    await expect(calls.rate(samples.CODE, { level: 'satisfied' })).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { status: 409 } })
    expect(() => calls.get('..')).toThrow(TypeError)
  })
})

describe('statistics', () => {
  it('are asked for without a session', async () => {
    server.handle((_, response) => { json(response, 200, STATISTICS) })
    const calls = statisticsOf(transport(false))
    expect((await calls.get({ commune: '30838', month: '2026-11' })).months[0]?.shares.onTime?.percent).toBe(85.71)
    await calls.get({ commune: '30838' })
    expect(asked()).toEqual([['GET', '/v1/statistics?commune=30838&month=2026-11', false], ['GET', '/v1/statistics?commune=30838', false]])
  })

  it.each([
    ['a count without a state', { counts: { receivedNew: { value: 6 } } }, '/months/0/counts/receivedNew/state'],
    ['a percent that is text', { shares: { onTime: { numerator: 1, denominator: 1, percent: '100', state: 'shown' } } }, '/months/0/shares/onTime/percent'],
    ['counts that are a list', { counts: [] }, '/months/0/counts'],
  ])('are refused with %s', async (_case, change, pointer) => {
    server.handle((_, response) => { json(response, 200, { ...STATISTICS, months: [{ ...STATISTICS.months[0], ...change }] }) })
    await expect(statisticsOf(transport(false)).get({ commune: '30838' })).rejects.toThrow(`'${pointer}'`)
  })
})
