import { addDays, daysBetween, isCalendarDate, todayInVietnam } from '@motcua/core/dates'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { agencyServing } from '../agencies.ts'
import { idempotencyKey, once } from '../dossiers/idempotency.ts'
import { Members, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { boardOf } from './board.ts'
import { bookTime, giveUp, lockOwn, moveTo } from './book.ts'
import { bookingOffice } from './office.ts'
import { nextFree, slotDays, type FreeTime } from './slots.ts'
import { appointmentView, type AppointmentRow } from './view.ts'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const SLUG = /^[a-z0-9-]{1,100}$/
const COMMUNE = /^\d{5}$/
/** What a page asks for at once. */
const WEEK = 7
const MOST_DAYS = 31

/** Times one may book and the display of the waiting room, for everybody; appointments, for who made them. */
export function appointmentRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, limits } = services
  const app = new Hono<AppEnv>()

  app.get('/v1/communes/:commune/slots', async (c) => {
    const office = bookingOffice(services, c.req.param('commune'), c.req.query('procedure') ?? '')
    const range = rangeOf(c, todayInVietnam(clock()))
    const days = await slotDays(services, db, office, range)
    c.header('Cache-Control', 'no-store')
    return c.json({
      commune: office.agency.communeCode, procedure: office.slug, slotMinutes: office.config.slotMinutes, days,
      lastDay: addDays(todayInVietnam(clock()), office.config.daysAhead),
      nextFree: await nextFree(services, db, office, range.from),
    })
  })

  app.get('/v1/communes/:commune/board', async (c) => {
    const agency = agencyServing(config, c.req.param('commune'))
    if (agency.appointments === undefined) throw new Problem('booking-not-offered')
    const { body, etag } = await boardOf(services, { agency, config: agency.appointments })
    // Kept, and asked about each time: a browser repeats the bytes it has when the answer is 304.
    const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
    if (tagsOf(c.req.header('If-None-Match')).includes(etag)) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' })
  })

  app.use('/v1/appointments', requireSession(db, clock))
  app.use('/v1/appointments/*', requireSession(db, clock))
  app.use('/v1/appointments/*', async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  })

  app.get('/v1/appointments', async (c) => {
    const rows = await db.selectFrom('appointments').selectAll().where('owner_subject', '=', c.get('session').person.subject)
      .orderBy('day', 'desc').orderBy('time', 'desc').limit(100).execute()
    c.header('Cache-Control', 'no-store')
    return c.json({ appointments: rows.map(viewOf) })
  })

  app.post('/v1/appointments', async (c) => {
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const commune = body.text('commune', { pattern: COMMUNE })
    const procedure = body.text('procedure', { pattern: SLUG })
    const wanted = freeTimeOf(body)
    const { person } = c.get('session')
    const office = bookingOffice(services, commune, procedure)
    const { response } = await once(db, { subject: person.subject, key: idempotencyKey(c), operation: 'book', request: { commune, procedure, ...wanted }, now: clock() }, async (trx) => ({
      status: 201, response: { code: await bookTime(services, trx, office, wanted, person) },
    }))
    return c.json(await own(c, String(response['code'])), 201)
  })

  app.post('/v1/appointments/:code/move', async (c) => {
    const { person } = c.get('session')
    const code = c.req.param('code')
    const wanted = freeTimeOf(new Members(await readJson(c.req.raw, limits.jsonBytes)))
    await once(db, { subject: person.subject, key: idempotencyKey(c), operation: 'move', request: { code, ...wanted }, now: clock() }, async (trx) => {
      const row = await lockOwn(trx, code, person)
      await moveTo(services, trx, bookingOffice(services, row.commune, row.slug ?? ''), row, wanted)
      return { status: 200, response: { code } }
    })
    return c.json(await own(c, code))
  })

  app.post('/v1/appointments/:code/cancellation', async (c) => {
    const { person } = c.get('session')
    const code = c.req.param('code')
    await once(db, { subject: person.subject, key: idempotencyKey(c), operation: 'cancel-appointment', request: { code }, now: clock() }, async (trx) => {
      await giveUp(services, trx, await lockOwn(trx, code, person))
      return { status: 200, response: { code } }
    })
    return c.json(await own(c, code))
  })

  return app

  /** As it stands now: a repeated call is answered with the present state, not with that of the first call. */
  async function own(c: Context<AppEnv>, code: string): Promise<Record<string, unknown>> {
    const row = await db.selectFrom('appointments').selectAll().where('code', '=', code).where('owner_subject', '=', c.get('session').person.subject).executeTakeFirst()
    if (row === undefined) throw new Problem('appointment-not-found')
    return viewOf(row)
  }

  function viewOf(row: AppointmentRow): Record<string, unknown> {
    return appointmentView(row, config.agencies.find(({ communeCode }) => communeCode === row.commune), clock())
  }
}

function freeTimeOf(body: Members): FreeTime {
  const date = body.text('date', { maxLength: 10 })
  if (!isCalendarDate(date)) throw new Problem('bad-request', { detail: '/date: expected a calendar day YYYY-MM-DD.' })
  return { date, time: body.text('time', { pattern: TIME }) }
}

function rangeOf(c: Context<AppEnv>, today: string): { from: string; to: string } {
  const from = c.req.query('from') ?? today
  // Of the last year there is one may not count on: it would lead out of the calendar.
  if (!isCalendarDate(from) || from >= '9999') throw new Problem('bad-request', { detail: 'from: expected a calendar day YYYY-MM-DD before the year 9999.' })
  const to = c.req.query('to') ?? addDays(from, WEEK - 1)
  if (!isCalendarDate(to) || to < from || daysBetween(from, to) >= MOST_DAYS) throw new Problem('bad-request', { detail: `to: expected a calendar day YYYY-MM-DD, not before from and at most ${MOST_DAYS} days in all.` })
  return { from, to }
}

/** Tags of `If-None-Match` (RFC 9110, 13.1.2), compared weakly: a proxy that compresses marks them so. */
function tagsOf(header: string | undefined): string[] { return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')) }
