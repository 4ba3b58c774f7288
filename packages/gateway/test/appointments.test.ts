import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../src/database/connect.ts'
import { createGateway, type AppointmentsConfig } from '../src/index.ts'
import { tidyAppointments } from '../src/appointments/tidy.ts'
import { faultsOf } from './contract.ts'
import { DATABASES, type TestDatabases } from './databases.ts'
import { apiOf, COMMUNE, createConfig, createWorld, LAN, MINH, MONDAY_0900, PAGE, PHUONG, PUBLIC_URL, STRANGER_OFFICER, type Answer, type Api, type World } from './world.ts'

const APPOINTMENTS: AppointmentsConfig = {
  counters: [
    { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' }, procedures: ['signature-certification', 'certified-copy'] },
    { id: '2', name: { vi: 'Quầy 2', en: 'Counter 2' }, procedures: ['certified-copy'] },
  ],
  openings: [{ from: '07:30', to: '11:00' }, { from: '13:30', to: '16:30' }],
  slotMinutes: 30, daysAhead: 14, openPerPerson: 4, bookingsPerDay: 1000, priorityGroups: [{ id: 'elderly', name: { vi: 'Người cao tuổi', en: 'Elderly' } }],
}
const SIGNING = 'signature-certification'
const COPY = 'certified-copy'
const WEDNESDAY = '2026-11-25'
const SLOTS = `/v1/communes/${COMMUNE}/slots`
const BOARD = `/v1/communes/${COMMUNE}/board`

describe.each(DATABASES)('appointments on $database', ({ open, skipped, notBeside }) => {
  let databases: TestDatabases
  let world: World
  let lan: Api
  let phuong: Api
  let minh: Api

  beforeAll(async () => {
    if (skipped) return
    databases = await open()
    const { config } = await createConfig({ dataDir: 'memory://' })
    const agencies = config.agencies.map((agency) => ({ ...agency, endings: { ...agency.endings, [SIGNING]: 'book-and-appear' as const, [COPY]: 'book-and-appear' as const }, appointments: APPOINTMENTS }))
    world = await createWorld(await databases.create(), { config: { agencies, limits: { sessionMinutes: 100_000 } } })
    lan = await world.signIn(LAN)
    phuong = await world.signIn(PHUONG)
    minh = await world.signIn(MINH)
  })
  afterAll(async () => {
    await world?.close()
    await databases?.close()
  })
  beforeEach(async () => {
    if (skipped) return
    world.time.now = MONDAY_0900
    for (const person of [lan, phuong]) {
      for (const { code, allowed } of (await person.get('/v1/appointments')).body.appointments) if (allowed.includes('cancel')) await person.post(`/v1/appointments/${code}/cancellation`)
    }
    const queue = (await minh.get('/v1/officer/queue')).body
    for (const { code, state } of queue.tickets) if (state === 'called' || state === 'arrived') await minh.post(`/v1/officer/tickets/${code}/${state === 'called' ? 'serve' : 'cancel'}`, {})
  })

  const slots = async (query: string): Promise<Answer> => {
    const response = await world.request(`${SLOTS}?${query}`, { headers: { Origin: PAGE } })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const book = (person: Api, time: string, change: Record<string, unknown> = {}, options?: { key?: string }): Promise<Answer> => person.post('/v1/appointments', { commune: COMMUNE, procedure: SIGNING, date: WEDNESDAY, time, ...change }, options)
  const freeAt = async (time: string, procedure = SIGNING): Promise<number> => (await slots(`procedure=${procedure}&from=${WEDNESDAY}&to=${WEDNESDAY}`)).body.days[0].times.find((slot: { time: string }) => slot.time === time)?.free
  const kindOf = ({ status, body }: Answer): string => `${status} ${String(body.type ?? body.state).replace('urn:motcua:problem:', '')}`
  const desk = (code: string, act: string, body: Record<string, unknown> = {}): Promise<Answer> => minh.post(`/v1/officer/tickets/${code}/${act}`, body)
  const walkIn = async (body: Record<string, unknown> = {}): Promise<Answer['body']> => (await minh.post('/v1/officer/tickets', body)).body
  const board = async (headers: Record<string, string> = {}): Promise<Response> => world.request(BOARD, { headers: { Origin: PAGE, ...headers } })

  it.skipIf(skipped)('shows the times of a week to everybody, with the holiday closed and what is past left out', async () => {
    const { status, body } = await slots(`procedure=2.000884`)
    expect(status).toBe(200)
    expect(faultsOf('Slots', body)).toEqual([])
    expect(body).toMatchObject({ procedure: SIGNING, slotMinutes: 30, lastDay: '2026-12-07', nextFree: { date: '2026-11-23', time: '09:30' } })
    expect(body.days).toHaveLength(7)
    expect(body.days[0].times.map(({ time }: { time: string }) => time)).toEqual(['09:30', '10:00', '10:30', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00'])
    expect(body.days[1]).toEqual({ date: '2026-11-24', closed: 'day-off', times: [] })
    expect(body.days[2].times[0]).toEqual({ time: '07:30', free: 1 })
    expect(await freeAt('08:00', COPY)).toBe(2)
  })

  it.skipIf(skipped)('says why there is nothing to choose', async () => {
    expect(kindOf(await slots('procedure=birth-registration'))).toBe('404 booking-not-offered')
    expect(kindOf(await slots('procedure=nothing'))).toBe('404 procedure-unknown')
    expect(kindOf(await slots(`procedure=${SIGNING}&from=2026-11-31`))).toBe('400 bad-request')
    expect(kindOf(await slots(`procedure=${SIGNING}&from=2026-11-23&to=2026-12-30`))).toBe('400 bad-request')
    for (const range of ['from=9999-12-30', 'from=9999-12-31&to=9999-12-31', 'from=0000-01-01']) expect([range, kindOf(await slots(`procedure=${SIGNING}&${range}`))]).toEqual([range, '400 bad-request'])
    expect((await slots(`procedure=${SIGNING}&from=9998-12-31`)).status).toBe(200)
    expect((await slots(`procedure=${SIGNING}&from=0001-01-01`)).status).toBe(200)
  })

  it.skipIf(skipped)('books with a code, a number of the day, the counter and the address, once per key', async () => {
    const key = randomUUID()
    const first = await book(lan, '08:00', {}, { key })
    expect(first.status).toBe(201)
    expect(faultsOf('Appointment', first.body)).toEqual([])
    expect(first.body).toMatchObject({
      ticket: expect.stringMatching(/^H\d{3}$/), code: expect.stringMatching(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/), date: WEDNESDAY, time: '08:00', startsAt: `${WEDNESDAY}T08:00:00+07:00`, endsAt: `${WEDNESDAY}T08:30:00+07:00`,
      counter: { id: '1', name: { vi: 'Quầy 1' } }, desk: { address: 'Ấp Mỹ Bình' }, state: 'booked', allowed: ['move', 'cancel'], procedure: SIGNING,
    })
    expect((await book(lan, '08:00', {}, { key })).body).toEqual(first.body)
    expect(kindOf(await book(lan, '08:30', {}, { key }))).toBe('409 idempotency-key-reused')
    expect(await freeAt('08:00')).toBe(0)
    expect((await lan.get('/v1/appointments')).body.appointments[0]).toEqual(first.body)
  })

  it.skipIf(skipped)('gives one place to exactly one of many who want it at the same moment, and tells the others what is free', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => book(index % 2 === 0 ? lan : phuong, '09:00')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const lost = answers.filter(({ status }) => status !== 201)
    expect(new Set(lost.map(kindOf))).toEqual(new Set(['409 slot-taken']))
    for (const { body } of lost) expect(body.nextFree).toEqual({ date: WEDNESDAY, time: '07:30' })
    expect(await freeAt('09:00')).toBe(0)
  })

  it.skipIf(skipped || notBeside !== '')(`does so also between two gateways on one database, and neither calls whom the other has called${notBeside}`, async () => {
    const second = await createGateway(world.config)
    const there = (api: Api): Api => apiOf(async (path, init) => second.fetch(new Request(new URL(path, PUBLIC_URL), init)), api.accessToken)
    const [lan2, minh2] = [there(lan), there(minh)]
    const answers = await Promise.all([lan, lan2, phuong, lan2, lan, lan2].map((person) => book(person, '09:30')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    await Promise.all([walkIn({ procedure: COPY }), walkIn({ procedure: COPY }), walkIn({ procedure: COPY })])
    const called = await Promise.all([minh, minh2, minh, minh2].map((officer, index) => officer.post(`/v1/officer/counters/${1 + (index >> 1)}/next`, {})))
    expect(called.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
    expect(new Set(called.filter(({ status }) => status === 200).map(({ body }) => body.code)).size).toBe(2)
    await second.close()
  })

  it.skipIf(skipped)('fills all counters that serve a procedure, and no more, with a number for each', async () => {
    const answers = await Promise.all([lan, phuong, lan, phuong, lan].map((person) => book(person, '10:00', { procedure: COPY })))
    const won = answers.filter(({ status }) => status === 201).map(({ body }) => body)
    expect(won.map(({ counter }) => counter.id).sort()).toEqual(['1', '2'])
    expect(new Set(won.map(({ ticket }) => ticket)).size).toBe(2)
    // The counter of one is the counter of the other: signing finds it taken.
    expect(await freeAt('10:00')).toBe(0)
  })

  it.skipIf(skipped)('holds the limit of one person also when they press many times at once', async () => {
    const times = ['07:30', '08:00', '08:30', '13:30', '14:00', '14:30']
    const answers = await Promise.all(times.map((time) => book(lan, time)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ type: 'urn:motcua:problem:too-many-appointments', limit: 4 })
  })

  it.skipIf(skipped)('holds what one person makes in a day, given up again or not, and lets them go on the day after', async () => {
    world.time.now = MONDAY_0900 + 2 * 86_400_000 - 3_600_000
    try {
      APPOINTMENTS.bookingsPerDay = 3
      for (const time of ['14:00', '14:00', '14:00']) {
        const { body } = await book(phuong, time)
        expect(kindOf(await phuong.post(`/v1/appointments/${body.code}/cancellation`))).toBe('200 cancelled')
      }
      expect((await book(phuong, '14:00'))).toMatchObject({ status: 409, body: { type: 'urn:motcua:problem:too-many-bookings', limit: 3 } })
      expect((await book(lan, '14:00')).status).toBe(201)
      world.time.now += 86_400_000
      expect((await book(phuong, '14:00', { date: '2026-11-27' })).status).toBe(201)
    } finally {
      APPOINTMENTS.bookingsPerDay = 1000
    }
  })

  it.skipIf(skipped)('refuses what is not offered: a holiday, the lunch hour, the past, and next month', async () => {
    for (const change of [{ date: '2026-11-24' }, { time: '12:00' }, { time: '08:10' }, { date: '2026-11-20' }, { date: '2026-12-21' }]) {
      expect(kindOf(await book(lan, '08:00', change))).toBe('409 slot-closed')
    }
    expect(kindOf(await book(lan, '25:00'))).toBe('400 bad-request')
    expect(kindOf(await book(lan, '08:00', { date: 'tomorrow' }))).toBe('400 bad-request')
  })

  it.skipIf(skipped)('needs a signed-in person, and is nobody else’s to see, move or cancel', async () => {
    const { body } = await book(lan, '08:30')
    const unsigned = await world.request('/v1/appointments', { method: 'POST', headers: { Origin: PAGE, 'Idempotency-Key': randomUUID() }, body: JSON.stringify({ commune: COMMUNE, procedure: SIGNING, date: WEDNESDAY, time: '08:00' }) })
    expect(unsigned.status).toBe(401)
    expect((await phuong.get('/v1/appointments')).body.appointments.some(({ code }: { code: string }) => code === body.code)).toBe(false)
    expect(kindOf(await phuong.post(`/v1/appointments/${body.code}/move`, { date: WEDNESDAY, time: '09:30' }))).toBe('404 appointment-not-found')
    expect(kindOf(await phuong.post(`/v1/appointments/${body.code}/cancellation`))).toBe('404 appointment-not-found')
  })

  it.skipIf(skipped)('moves: the new place is held before the old one is free, and where it is taken nothing changes', async () => {
    const mine = (await book(lan, '13:30')).body
    await book(phuong, '14:00')
    expect(kindOf(await lan.post(`/v1/appointments/${mine.code}/move`, { date: WEDNESDAY, time: '14:00' }))).toBe('409 slot-taken')
    expect((await lan.get('/v1/appointments')).body.appointments.find(({ code }: { code: string }) => code === mine.code)).toEqual(mine)
    const sameDay = await lan.post(`/v1/appointments/${mine.code}/move`, { date: WEDNESDAY, time: '15:00' })
    expect(sameDay.body).toMatchObject({ code: mine.code, ticket: mine.ticket, time: '15:00' })
    expect(await freeAt('13:30')).toBe(1)
    expect(await freeAt('15:00')).toBe(0)
    const otherDay = await lan.post(`/v1/appointments/${mine.code}/move`, { date: '2026-11-26', time: '15:00' })
    expect(otherDay.body).toMatchObject({ date: '2026-11-26', ticket: expect.stringMatching(/^H\d{3}$/) })
    expect(await freeAt('15:00')).toBe(1)
  })

  it.skipIf(skipped)('lets many who change places at once end in as many places, each with one holder', async () => {
    const times = ['07:30', '08:00', '08:30', '09:00']
    const booked = await Promise.all(times.map((time, index) => book(index % 2 === 0 ? lan : phuong, time)))
    const answers = await Promise.all(booked.map(({ body }, index) => (index % 2 === 0 ? lan : phuong).post(`/v1/appointments/${body.code}/move`, { date: WEDNESDAY, time: times[(index + 1) % times.length] })))
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
    const held = (await Promise.all(times.map((time) => freeAt(time)))).filter((free) => free === 0)
    expect(held).toHaveLength(4)
  })

  it.skipIf(skipped)('gives a cancelled place to the next, and lets nobody cancel what is past', async () => {
    const { body } = await book(lan, '16:00')
    expect((await lan.post(`/v1/appointments/${body.code}/cancellation`)).body).toMatchObject({ state: 'cancelled', allowed: [] })
    expect(kindOf(await lan.post(`/v1/appointments/${body.code}/cancellation`))).toBe('409 appointment-not-changeable')
    expect((await book(phuong, '16:00')).status).toBe(201)
    const later = (await book(lan, '15:30')).body
    world.time.now = Date.parse('2026-11-26T08:00:00+07:00')
    expect(kindOf(await lan.post(`/v1/appointments/${later.code}/move`, { date: '2026-11-27', time: '15:00' }))).toBe('409 appointment-not-changeable')
  })

  it.skipIf(skipped)('runs the waiting room: arrive, call, call again, serve; late ones wait again', async () => {
    const booked = (await book(lan, '09:30', { date: '2026-11-23' })).body
    const other = await walkIn({ procedure: SIGNING })
    expect(other).toMatchObject({ kind: 'walk-in', ticket: expect.stringMatching(/^V\d{3}$/), state: 'arrived', name: null })
    expect(faultsOf('Ticket', other)).toEqual([])
    expect(kindOf(await desk(booked.code, 'call', { counter: '1' }))).toBe('409 ticket-step-not-allowed')
    expect(kindOf(await desk(booked.code, 'arrive'))).toBe('200 arrived')
    const queue = (await minh.get('/v1/officer/queue')).body
    expect(faultsOf('Queue', queue)).toEqual([])
    expect(queue.waiting).toEqual([other.code, booked.code])
    const called = await minh.post('/v1/officer/counters/1/next', {})
    expect(called.body).toMatchObject({ code: other.code, state: 'called', counter: { id: '1' }, calls: 1 })
    expect((await minh.post('/v1/officer/counters/1/next', {})).body).toMatchObject({ type: 'urn:motcua:problem:counter-busy', ticket: other.ticket })
    expect((await desk(other.code, 'recall')).body.calls).toBe(2)
    expect(kindOf(await desk(other.code, 'no-show'))).toBe('200 no-show')
    expect((await minh.post('/v1/officer/counters/1/next', {})).body.code).toBe(booked.code)
    expect(kindOf(await desk(booked.code, 'serve'))).toBe('200 served')
    expect(kindOf(await desk(other.code, 'arrive'))).toBe('200 arrived')
    expect(kindOf(await desk(booked.code, 'serve'))).toBe('409 ticket-step-not-allowed')
    expect((await minh.post('/v1/officer/counters/1/next', {})).body.code).toBe(other.code)
    expect((await lan.get('/v1/appointments')).body.appointments.find(({ code }: { code: string }) => code === booked.code).state).toBe('served')
  })

  it.skipIf(skipped)('calls each waiting person once, however many counters press at the same moment', async () => {
    const given = await Promise.all([walkIn({ procedure: COPY }), walkIn({ procedure: COPY }), walkIn({ procedure: COPY })])
    const pressed = await Promise.all(['1', '2', '1', '2'].map((counter) => minh.post(`/v1/officer/counters/${counter}/next`, {})))
    const called = pressed.filter(({ status }) => status === 200).map(({ body }) => body.code)
    expect(called).toHaveLength(2)
    expect(new Set(called).size).toBe(2)
    expect(given.map(({ code }) => code)).toEqual(expect.arrayContaining(called))
    expect(new Set(pressed.filter(({ status }) => status !== 200).map(kindOf))).toEqual(new Set(['409 counter-busy']))
  })

  it.skipIf(skipped)('calls a priority group first where the operator has set one, and knows no other', async () => {
    await walkIn({ procedure: SIGNING })
    const elderly = await walkIn({ procedure: SIGNING, priority: 'elderly' })
    expect((await minh.post('/v1/officer/counters/1/next', {})).body.code).toBe(elderly.code)
    expect((await minh.post('/v1/officer/tickets', { priority: 'friend' })).body).toMatchObject({ type: 'urn:motcua:problem:bad-request', detail: '/priority: expected elderly.' })
  })

  it.skipIf(skipped)('answers the display with numbers and counters only, and with 304 until something changes', async () => {
    const booked = (await book(lan, '10:30', { date: '2026-11-23' })).body
    await desk(booked.code, 'arrive')
    const waiting = await walkIn({ procedure: COPY })
    await desk(booked.code, 'call', { counter: '1' })
    const first = await board()
    const text = await first.text()
    const body = JSON.parse(text)
    expect(faultsOf('Board', body)).toEqual([])
    expect(body).toEqual({ commune: COMMUNE, date: '2026-11-23', calls: [{ ticket: booked.ticket, counter: { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' } }, calls: 1, calledAt: new Date(MONDAY_0900).toISOString() }], next: [waiting.ticket], waiting: 1 })
    for (const personal of ['Lan', '0911', booked.code, 'acc-lan', SIGNING]) expect(text).not.toContain(personal)
    const etag = first.headers.get('ETag') ?? ''
    expect(first.headers.get('Cache-Control')).toBe('no-cache')
    world.time.now += 60_000
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await board({ 'If-None-Match': tag })
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    }
    await desk(booked.code, 'recall')
    const changed = await board({ 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    expect((await changed.json()).calls[0].calls).toBe(2)
  })

  it.skipIf(skipped)('is the desk’s alone', async () => {
    expect(kindOf(await lan.get('/v1/officer/queue'))).toBe('403 officer-only')
    expect(kindOf(await (await world.signIn(STRANGER_OFFICER)).get('/v1/officer/queue'))).toBe('403 officer-only')
    expect(kindOf(await minh.post('/v1/officer/counters/9/next', {}))).toBe('404 counter-unknown')
    expect(kindOf(await minh.post('/v1/officer/counters/2/next', {}))).toBe('409 queue-empty')
    const tomorrow = (await book(lan, '09:30')).body
    expect((await desk(tomorrow.code, 'arrive')).body).toMatchObject({ type: 'urn:motcua:problem:ticket-of-another-day', date: WEDNESDAY })
  })

  it.skipIf(skipped || notBeside !== '')(`forgets old appointments, and marks who never came${notBeside}`, async () => {
    const kept = (await book(lan, '14:30')).body
    const { db, close } = await connect(world.config.database)
    await tidyAppointments({ db, clock: () => new Date('2026-11-26T01:00:00Z'), limits: { appointmentDays: 30 } })
    expect((await db.selectFrom('appointments').select('state').where('code', '=', kept.code).executeTakeFirst())?.state).toBe('no-show')
    await tidyAppointments({ db, clock: () => new Date('2026-12-30T01:00:00Z'), limits: { appointmentDays: 30 } })
    expect(await db.selectFrom('appointments').select('code').execute()).toEqual([])
    expect((await sql`select 1 from appointment_places`.execute(db)).rows).toEqual([])
    expect((await sql`select 1 from counters where scope like 'queue:%' or scope like 'ticket%'`.execute(db)).rows).toEqual([])
    await close()
  })
})
