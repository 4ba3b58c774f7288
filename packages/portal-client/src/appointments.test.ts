import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json, problem, startLocalServer, type LocalServer } from '../test/local-server.ts'
import * as samples from '../test/samples.ts'
import { appointmentsOf, queueOf, type AppointmentCalls, type QueueCalls } from './appointments.ts'
import { createFilingClient } from './filing.ts'
import { createSessionHolder } from './session.ts'

const COUNTER = { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' } }
const APPOINTMENT = {
  code: 'K7Q-3MD', ticket: 'H001', commune: '30838', procedure: 'certified-copy', procedureName: { vi: 'Chứng thực bản sao', en: 'Certified copy' }, date: '2026-11-25', time: '08:00',
  startsAt: '2026-11-25T08:00:00+07:00', endsAt: '2026-11-25T08:30:00+07:00', counter: COUNTER, agencyName: 'Ủy ban nhân dân xã Mỹ Thuận', state: 'booked', allowed: ['move', 'cancel'],
}
const TICKET = {
  code: 'K7Q-3MD', ticket: 'V001', kind: 'walk-in', procedure: null, procedureName: null, name: null, date: '2026-11-23', time: null, counter: null, state: 'arrived', priority: null, calls: 0,
  arrivedAt: '2026-11-23T02:00:00Z', calledAt: null, allowed: ['call', 'cancel'],
}

let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(() => server.close())

function calls({ signedIn = true } = {}): AppointmentCalls & QueueCalls {
  const session = createSessionHolder()
  if (signedIn) session.set(samples.session)
  const { transport } = createFilingClient({ baseUrl: server.url, session })
  return { ...appointmentsOf(transport), ...queueOf(transport) }
}
const asked = (): string[] => server.requests.map(({ method, path }) => `${method} ${path}`)

describe('appointments', () => {
  it('shows times to who is not signed in, and books for who is', async () => {
    server.handle((_, response) => { json(response, 200, { commune: '30838', procedure: 'certified-copy', slotMinutes: 30, lastDay: '2026-12-07', nextFree: { date: '2026-11-25', time: '07:30' }, days: [{ date: '2026-11-24', closed: 'day-off', times: [] }] }) })
    expect((await calls({ signedIn: false }).slots('30838', 'certified-copy', { from: '2026-11-24' })).nextFree).toEqual({ date: '2026-11-25', time: '07:30' })
    expect(asked()).toEqual(['GET /v1/communes/30838/slots?procedure=certified-copy&from=2026-11-24'])
    expect(server.requests[0]?.headers.authorization).toBeUndefined()
    await expect(calls({ signedIn: false }).book({ commune: '30838', procedure: 'certified-copy', date: '2026-11-25', time: '08:00' })).rejects.toMatchObject({ code: 'ERR_PORTAL_SESSION_EXPIRED' })
    server.handle((_, response) => { json(response, 201, APPOINTMENT) })
    expect((await calls().book({ commune: '30838', procedure: 'certified-copy', date: '2026-11-25', time: '08:00' }, { idempotencyKey: 'a-key' })).ticket).toBe('H001')
    expect(server.requests[0]?.headers['idempotency-key']).toBe('a-key')
    expect(JSON.parse(String(server.requests[0]?.body))).toEqual({ commune: '30838', procedure: 'certified-copy', date: '2026-11-25', time: '08:00' })
  })

  it('says at once that a place is taken, and what is free', async () => {
    server.handle((_, response) => { problem(response, 409, 'slot-taken', { nextFree: { date: '2026-11-25', time: '07:30' } }) })
    await expect(calls().book({ commune: '30838', procedure: 'certified-copy', date: '2026-11-25', time: '08:00' })).rejects.toMatchObject({ code: 'ERR_PORTAL_PROBLEM', problem: { type: 'urn:motcua:problem:slot-taken', nextFree: { time: '07:30' } } })
    expect(server.requests).toHaveLength(1)
  })

  it('moves, cancels and lists', async () => {
    server.handle(({ method }, response) => { json(response, 200, method === 'GET' ? { appointments: [APPOINTMENT] } : APPOINTMENT) })
    const client = calls()
    expect(await client.mine()).toEqual([APPOINTMENT])
    await client.move('K7Q-3MD', { date: '2026-11-26', time: '09:00' })
    await client.cancel('K7Q-3MD')
    expect(asked()).toEqual(['GET /v1/appointments', 'POST /v1/appointments/K7Q-3MD/move', 'POST /v1/appointments/K7Q-3MD/cancellation'])
    expect(() => client.cancel('..')).toThrow(TypeError)
  })

  it('asks for the display once, because who polls comes again', async () => {
    server.handle((_, response) => { response.writeHead(503).end() })
    await expect(calls({ signedIn: false }).board('30838')).rejects.toMatchObject({ code: 'ERR_PORTAL_UNREACHABLE' })
    expect(asked()).toEqual(['GET /v1/communes/30838/board'])
    server.handle((_, response) => { json(response, 200, { commune: '30838', date: '2026-11-23', calls: [{ ticket: 'H001', counter: COUNTER, calls: 1, calledAt: '2026-11-23T02:00:00Z' }], next: ['V001'], waiting: 1 }) })
    expect((await calls({ signedIn: false }).board('30838')).calls[0]?.ticket).toBe('H001')
    server.handle((_, response) => { json(response, 200, { calls: [] }) })
    await expect(calls({ signedIn: false }).board('30838')).rejects.toMatchObject({ code: 'ERR_PORTAL_RESPONSE' })
  })

  it('runs the desk', async () => {
    server.handle(({ method }, response) => { json(response, 200, method === 'GET' ? { commune: '30838', date: '2026-11-23', counters: [COUNTER], priorityGroups: [], waiting: ['K7Q-3MD'], tickets: [TICKET] } : TICKET) })
    const desk = calls()
    expect((await desk.queue('2026-11-23')).waiting).toEqual(['K7Q-3MD'])
    await desk.giveTicket({ procedure: 'certified-copy' })
    await desk.act('K7Q-3MD', 'arrive', { priority: 'old-age', idempotencyKey: 'a-key' })
    await desk.act('K7Q-3MD', 'recall')
    await desk.call('K7Q-3MD', '1')
    await desk.callNext('1')
    expect(asked()).toEqual(['GET /v1/officer/queue?date=2026-11-23', 'POST /v1/officer/tickets', 'POST /v1/officer/tickets/K7Q-3MD/arrive', 'POST /v1/officer/tickets/K7Q-3MD/recall', 'POST /v1/officer/tickets/K7Q-3MD/call', 'POST /v1/officer/counters/1/next'])
    expect(server.requests[2]?.headers['idempotency-key']).toBe('a-key')
    expect(JSON.parse(String(server.requests[2]?.body))).toEqual({ priority: 'old-age' })
  })
})
