import { isCalendarDate, todayInVietnam } from '@motcua/core/dates'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { JsonObject } from '@motcua/core/json'
import type { Transaction } from 'kysely'
import type { Database } from '../database/schema.ts'
import { idempotencyKey, once } from '../dossiers/idempotency.ts'
import { Members, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { bookingOffice, officersOffice } from './office.ts'
import { actOn, callTo, giveTicket, takeWaitingRoom, waitingFor, type Desk, type DeskAct } from './queue.ts'
import { ticketView } from './view.ts'

const ACTS: readonly DeskAct[] = ['arrive', 'recall', 'serve', 'no-show', 'cancel']

/** The desk of the waiting room. Mounted below the officer's routes, which let in nobody else. */
export function queueRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, limits } = services
  const app = new Hono<AppEnv>()

  app.get('/v1/officer/queue', async (c) => {
    const desk = officersOffice(services, c.get('session').person)
    const day = c.req.query('date') ?? todayInVietnam(clock())
    if (!isCalendarDate(day)) throw new Problem('bad-request', { detail: 'date: expected a calendar day YYYY-MM-DD.' })
    return c.json(await queueView(desk, day))
  })

  app.post('/v1/officer/tickets', async (c) => {
    const desk = officersOffice(services, c.get('session').person)
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const procedure = body.has('procedure') ? body.text('procedure', { maxLength: 100 }) : undefined
    const priority = body.has('priority') ? body.text('priority', { maxLength: 20 }) : null
    const office = procedure === undefined ? undefined : bookingOffice(services, desk.agency.communeCode, procedure)
    const { response } = await change(c, desk, 'ticket', { procedure: procedure ?? null, priority }, async (trx) => (
      { code: await giveTicket(services, trx, desk, { slug: office?.slug ?? null, procedureName: office?.procedureName ?? null, priority }) }
    ))
    return c.json(await ticket(desk, String(response['code'])), 201)
  })

  app.post('/v1/officer/tickets/:code/:act', async (c) => {
    const desk = officersOffice(services, c.get('session').person)
    const code = c.req.param('code')
    const act = c.req.param('act')
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    if (act === 'call') {
      const counter = body.text('counter', { maxLength: 20 })
      await change(c, desk, 'call', { code, counter }, async (trx) => ({ code: await callTo(services, trx, desk, counter, code) }))
      return c.json(await ticket(desk, code))
    }
    const known = ACTS.find((candidate) => candidate === act)
    if (known === undefined) throw new Problem('not-found')
    const priority = body.has('priority') ? body.text('priority', { maxLength: 20 }) : undefined
    await change(c, desk, known, { code, ...(priority !== undefined && { priority }) }, async (trx) => {
      await actOn(services, trx, desk, code, known, priority)
      return { code }
    })
    return c.json(await ticket(desk, code))
  })

  app.post('/v1/officer/counters/:counter/next', async (c) => {
    const desk = officersOffice(services, c.get('session').person)
    const counter = c.req.param('counter')
    const { response } = await change(c, desk, 'next', { counter }, async (trx) => ({ code: await callTo(services, trx, desk, counter) }))
    return c.json(await ticket(desk, String(response['code'])))
  })

  return app

  /** One change of the waiting room, once per key. */
  function change(c: Context<AppEnv>, desk: Desk, operation: string, request: JsonObject, act: (trx: Transaction<Database>) => Promise<JsonObject>) {
    const now = clock()
    return once(db, { subject: c.get('session').person.subject, key: idempotencyKey(c), operation: `queue-${operation}`, request, now }, async (trx) => {
      await takeWaitingRoom(trx, desk, todayInVietnam(now))
      return { status: 200, response: await act(trx) }
    })
  }

  async function ticket({ agency, config }: Desk, code: string): Promise<Record<string, unknown>> {
    const row = await db.selectFrom('appointments').selectAll().where('code', '=', code).where('commune', '=', agency.communeCode).executeTakeFirst()
    if (row === undefined) throw new Problem('appointment-not-found')
    return ticketView(row, config)
  }

  async function queueView(desk: Desk, date: string): Promise<Record<string, unknown>> {
    const { agency, config } = desk
    const rows = await db.selectFrom('appointments').selectAll().where('commune', '=', agency.communeCode).where('day', '=', date).orderBy('time').orderBy('ticket').execute()
    const waiting = await waitingFor(db, desk, date)
    return {
      commune: agency.communeCode, date, counters: config.counters.map(({ id, name }) => ({ id, name })), priorityGroups: config.priorityGroups ?? [],
      waiting: waiting.map((row) => row.code), tickets: rows.map((row) => ticketView(row, config)),
    }
  }
}
