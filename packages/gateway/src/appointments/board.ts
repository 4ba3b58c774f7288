import { createHash } from 'node:crypto'
import { todayInVietnam } from '@motcua/core/dates'
import type { Services } from '../services.ts'
import { waitingFor, type Desk } from './queue.ts'
import { counterName } from './view.ts'

const NEXT_SHOWN = 6

/**
 * What the display in the waiting room shows: numbers and counters. Nobody's name, matter or code is in it, and no time of
 * its own, so that it stays the same to the byte until somebody is called or comes.
 */
export async function boardOf({ db, clock }: Pick<Services, 'db' | 'clock'>, desk: Desk): Promise<{ body: string; etag: string }> {
  const { agency, config } = desk
  const date = todayInVietnam(clock())
  const called = await db.selectFrom('appointments').select(['ticket', 'counter', 'calls', 'called_at'])
    .where('commune', '=', agency.communeCode).where('day', '=', date).where('state', '=', 'called').orderBy('called_at', 'desc').orderBy('ticket').execute()
  const waiting = await waitingFor(db, desk, date)
  const body = JSON.stringify({
    commune: agency.communeCode, date,
    calls: called.map(({ ticket, counter, calls, called_at: calledAt }) => ({ ticket, counter: counterName(config, counter), calls, calledAt: calledAt?.toISOString() ?? null })),
    next: waiting.slice(0, config.boardNext ?? NEXT_SHOWN).map(({ ticket }) => ticket),
    waiting: waiting.length,
  })
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
