import { Hono } from 'hono'
import type { PersonColumn } from '../database/schema.ts'
import { ownDossier } from '../dossiers/find.ts'
import { idempotencyKey, once } from '../dossiers/idempotency.ts'
import { agencyOf } from '../dossiers/submit.ts'
import { Members, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { maxLength, minLength } from './config.ts'
import { parseAct } from './act.ts'
import { freeText } from './free-text.ts'
import { parseRating, rate, ratingView } from './rating.ts'
import { addAct, openFeedback, type FeedbackRow } from './store.ts'
import { feedbackView, summaryOf } from './view.ts'

/** What a person says of the service: a rating of an ended dossier, a complaint or a suggestion. */
export function feedbackRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, limits, config } = services
  const app = new Hono<AppEnv>()
  for (const path of ['/v1/dossiers/:code/rating', '/v1/feedback', '/v1/feedback/*']) {
    app.use(path, requireSession(db, clock))
    app.use(path, async (c, next) => {
      await next()
      c.res.headers.set('Cache-Control', 'no-store')
    })
  }

  app.get('/v1/dossiers/:code/rating', async (c) => c.json(await ratingView(services, await ownDossier(services, c.req.param('code'), c.get('session').person))))

  app.post('/v1/dossiers/:code/rating', async (c) => {
    const { person } = c.get('session')
    const { code } = await ownDossier(services, c.req.param('code'), person)
    await rate(services, { code, rating: parseRating(services, await readJson(c.req.raw, limits.jsonBytes)), person, key: idempotencyKey(c) })
    return c.json(await ratingView(services, await ownDossier(services, code, person)))
  })

  app.get('/v1/feedback', async (c) => {
    const rows = await db.selectFrom('feedback').selectAll().where('owner_subject', '=', c.get('session').person.subject).orderBy('received_at', 'desc').orderBy('code', 'desc').limit(200).execute()
    return c.json({ feedback: rows.map((row) => summaryOf(services, row)), minLength: minLength(config), maxLength: maxLength(config) })
  })

  app.post('/v1/feedback', async (c) => {
    const { person } = c.get('session')
    const key = idempotencyKey(c)
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const kind = body.oneOf('kind', ['complaint', 'suggestion'])
    const words = freeText(body, 'words', { minLength: minLength(config), maxLength: maxLength(config) })
    // About a dossier it goes to the agency that has it, whatever commune a page names.
    const dossier = body.has('dossier') ? await ownDossier(services, body.text('dossier', { maxLength: 100 }), person) : undefined
    const agencyCode = dossier?.agency_code ?? agencyOf(services, body.text('commune', { pattern: /^[0-9]{5}$/ })).agencyCode
    const request = { kind, words, agencyCode, dossier: dossier?.code ?? null }
    const { response } = await once(db, { subject: person.subject, key, operation: 'send-feedback', request, now: clock() }, async (trx) => (
      { status: 201, response: { code: await openFeedback(services, trx, { agencyCode, dossierCode: dossier?.code ?? null, kind, words }, person) } }
    ))
    return c.json(await feedbackView(services, await ownFeedback(String(response.code), person), 'citizen'), 201)
  })

  app.get('/v1/feedback/:code', async (c) => c.json(await feedbackView(services, await ownFeedback(c.req.param('code'), c.get('session').person), 'citizen')))

  app.post('/v1/feedback/:code/acts', async (c) => {
    const { person } = c.get('session')
    const key = idempotencyKey(c)
    const { code } = await ownFeedback(c.req.param('code'), person)
    const act = parseAct(services, await readJson(c.req.raw, limits.jsonBytes), ['supply', 'withdraw'])
    await once(db, { subject: person.subject, key, operation: 'feedback-act', request: { code, kind: act.kind, words: act.words }, now: clock() }, async (trx) => {
      await addAct(services, trx, code, { ...act, role: 'citizen', by: person.fullName })
      return { status: 201, response: { code } }
    })
    return c.json(await feedbackView(services, await ownFeedback(code, person), 'citizen'), 201)
  })

  return app

  /** Somebody else's is not found, so that codes cannot be tried out. */
  async function ownFeedback(code: string, person: PersonColumn): Promise<FeedbackRow> {
    const row = await db.selectFrom('feedback').selectAll().where('code', '=', code).where('owner_subject', '=', person.subject).executeTakeFirst()
    if (row === undefined) throw new Problem('feedback-not-found')
    return row
  }
}
