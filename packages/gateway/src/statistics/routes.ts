import { createHash } from 'node:crypto'
import { SERVICE_QUALITY } from '@motcua/schemas/reference'
import { Hono } from 'hono'
import type { AgencyConfig } from '../config.ts'
import { agencyOf } from '../dossiers/submit.ts'
import { ratingScale } from '../feedback/config.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { countMonths } from './count-months.ts'
import { monthView, type MonthView } from './month-view.ts'
import { addMonths, isMonth, monthOf, spanOf } from './months.ts'

/** How many months are given at once, and how many can be asked for. */
const SERIES_MONTHS = 12
const SELECTABLE_MONTHS = 36

/** What a commune publishes of its work: a month and the twelve that end with it, to everybody. */
export function statisticsRoutes(services: Services): Hono<AppEnv> {
  const { clock, communes, config } = services
  const app = new Hono<AppEnv>()

  // Of each commune and month the answer of the present round time: however many ask, it is counted once.
  const counted = new Map<string, { at: number; body: Promise<string> }>()

  app.get('/v1/statistics', async (c) => {
    const commune = c.req.query('commune') ?? ''
    const agency = agencyOf(services, commune)
    const refreshMs = (config.statistics?.refreshMinutes ?? 5) * 60_000
    // Counted at round times only: an answer can be kept, and what happens in between is not told apart.
    const now = new Date(Math.floor(clock().getTime() / refreshMs) * refreshMs)
    const month = c.req.query('month') ?? monthOf(now)
    if (!isMonth(month)) throw new Problem('bad-request', { detail: 'month: expected YYYY-MM.' })
    const body = await countedOnce(`${commune} ${month}`, now, () => bodyOf(agency, month, now))
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const headers = { ETag: etag, 'Cache-Control': `public, max-age=${Math.round(refreshMs / 1000)}` }
    const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return known.includes(etag) ? c.body(null, 304, headers) : c.body(body, 200, { ...headers, 'Content-Type': 'application/json' })
  })

  return app

  async function countedOnce(key: string, now: Date, count: () => Promise<string>): Promise<string> {
    const kept = counted.get(key)
    if (kept?.at === now.getTime()) return kept.body
    const body = count()
    counted.set(key, { at: now.getTime(), body })
    return body.catch((error: unknown) => {
      counted.delete(key)
      throw error
    })
  }

  async function bodyOf(agency: AgencyConfig, month: string, now: Date): Promise<string> {
    const available = await availableMonths(services, agency, now)
    if (!available.includes(month)) throw new Problem('month-not-available', { detail: `Expected a month from ${available.at(-1)} to ${available[0]}.` })
    const wanted = available.filter((one) => one <= month && one > addMonths(month, -SERIES_MONTHS)).reverse()
    return JSON.stringify({
      commune: agency.communeCode, communeName: communes.find(agency.communeCode)?.name ?? agency.communeCode, agencyName: agency.name, month, available,
      smallNumberBelow: config.statistics?.smallNumberBelow ?? 5,
      ...(config.statistics?.notice === undefined ? {} : { notice: config.statistics.notice }),
      months: await monthsOf(services, agency, { months: wanted, now }),
      scale: ratingScale(config), index: SERVICE_QUALITY.index,
    })
  }
}

/** The present month and those before it, newest first, as far back as anything is known. */
async function availableMonths({ db, config }: Services, agency: AgencyConfig, now: Date): Promise<string[]> {
  const filed = await db.selectFrom('dossiers').select('submitted_at as at').where('agency_code', '=', agency.agencyCode).orderBy('submitted_at').limit(1).execute()
  const heard = await db.selectFrom('feedback').select('received_at as at').where('agency_code', '=', agency.agencyCode).orderBy('received_at').limit(1).execute()
  const present = monthOf(now)
  const months = [present, ...[...filed, ...heard].map(({ at }) => monthOf(at)), ...(config.statistics?.earlier?.[agency.communeCode] ?? []).map(({ month }) => month)]
  const oldest = months.toSorted()[0] ?? present
  return Array.from({ length: SELECTABLE_MONTHS }, (_, back) => addMonths(present, -back)).filter((month) => month >= oldest)
}

async function monthsOf({ db, config }: Services, agency: AgencyConfig, { months, now }: { months: readonly string[]; now: Date }): Promise<MonthView[]> {
  const earlier = new Map((config.statistics?.earlier?.[agency.communeCode] ?? []).map((one) => [one.month, one]))
  const scale = ratingScale(config)
  const spans = months.filter((month) => !earlier.has(month)).map(spanOf).map((span) => ({ ...span, endsAt: span.endsAt < now ? span.endsAt : now }))
  const counted = spans.length === 0 ? new Map<string, never>() : await countMonths(db, { agencyCode: agency.agencyCode, spans, scale })
  return months.map((month) => {
    const given = earlier.get(month)
    const { endsAt } = spanOf(month)
    const isOver = endsAt <= now
    return {
      month, origin: given === undefined ? 'records' : 'earlier', ...(given === undefined ? {} : { source: given.source }), isOver,
      measuredAt: (isOver ? endsAt : now).toISOString(),
      ...monthView(given ?? counted.get(month) ?? {}, { below: config.statistics?.smallNumberBelow ?? 5, scale }),
    }
  })
}
