import type { JsonObject } from '@motcua/core/json'
import type { Selectable } from 'kysely'
import type { Database, PersonColumn } from '../database/schema.ts'
import { once } from '../dossiers/idempotency.ts'
import { Members } from '../http/body.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockDossier, type DossierRow } from '../steps/append.ts'
import { maxLength, ratingDays, ratingScale } from './config.ts'
import { freeText } from './free-text.ts'

const DAY_MS = 86_400_000

export interface NewRating { level: string; reasons: string[]; comment: string | null }

/** Reads a rating off a body. Throws `bad-request` for a level or reason that the scale does not have. */
export function parseRating({ config }: Services, body: JsonObject): NewRating {
  const members = new Members(body)
  const { levels, reasons } = ratingScale(config)
  const level = members.oneOf('level', levels.map(({ id }) => id))
  const named = members.has('reasons') ? members.strings('reasons', reasons.map(({ id }) => id)) : []
  const comment = members.has('comment') ? freeText(members, 'comment', { maxLength: maxLength(config) }) : ''
  return { level, reasons: [...new Set(named)], comment: comment === '' ? null : comment }
}

/** The rating of one's own dossier with what may be given: the scale, and until when (`DossierRating` of the contract). */
export async function ratingView(services: Services, row: DossierRow): Promise<Record<string, unknown>> {
  const rating = await services.db.selectFrom('ratings').selectAll().where('dossier_code', '=', row.code).executeTakeFirst()
  const until = openUntil(services, row)
  return {
    dossier: row.code, scale: ratingScale(services.config), maxLength: maxLength(services.config),
    isOpen: until !== null && services.clock() <= until, openUntil: until?.toISOString() ?? null,
    rating: rating === undefined ? null : kept(rating),
  }
}

/** Gives or changes the rating of an ended dossier. Throws `rating-not-open` or `rating-closed`. */
export async function rate(services: Services, { code, rating, person, key }: { code: string; rating: NewRating; person: PersonColumn; key: string }): Promise<void> {
  const now = services.clock()
  await once(services.db, { subject: person.subject, key, operation: 'rate', request: { code, ...rating }, now }, async (trx) => {
    const row = await lockDossier(trx, code)
    const until = openUntil(services, row)
    if (until === null) throw new Problem('rating-not-open')
    if (now > until) throw new Problem('rating-closed')
    const values = { level: rating.level, reasons: JSON.stringify(rating.reasons), comment: rating.comment, changed_at: now }
    await trx.insertInto('ratings').values({ dossier_code: code, rated_at: now, ...values })
      .onConflict((conflict) => conflict.column('dossier_code').doUpdateSet(values)).execute()
    return { status: 200, response: { code } }
  })
}

/** The last moment to rate; `null` while the dossier goes on. */
function openUntil({ config }: Services, { life_cycle: { endedAt } }: DossierRow): Date | null {
  return endedAt === null ? null : new Date(Date.parse(endedAt) + ratingDays(config) * DAY_MS)
}

function kept({ level, reasons, comment, rated_at, changed_at }: Selectable<Database['ratings']>): Record<string, unknown> {
  return { level, reasons, ...(comment === null ? {} : { comment }), ratedAt: rated_at.toISOString(), changedAt: changed_at.toISOString() }
}
