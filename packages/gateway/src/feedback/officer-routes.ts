import { Hono } from 'hono'
import type { PersonColumn } from '../database/schema.ts'
import { idempotencyKey, once } from '../dossiers/idempotency.ts'
import { readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { parseAct } from './act.ts'
import { addAct, type FeedbackRow } from './store.ts'
import { feedbackView, summaryOf } from './view.ts'

/** What an officer does with feedback: see the agency's, take it up, ask, answer, refuse, publish. Behind the door of `officerRoutes`. */
export function officerFeedbackRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, limits } = services
  const app = new Hono<AppEnv>()

  app.get('/v1/officer/feedback', async (c) => {
    const rows = await db.selectFrom('feedback').selectAll().where('agency_code', '=', c.get('session').person.officer?.agencyCode ?? '').where('erased_at', 'is', null).orderBy('received_at', 'desc').orderBy('code', 'desc').limit(500).execute()
    return c.json({ feedback: rows.map((row) => summaryOf(services, row)) })
  })

  app.get('/v1/officer/feedback/:code', async (c) => c.json(await officerView(await agencyFeedback(c.req.param('code'), c.get('session').person))))

  app.post('/v1/officer/feedback/:code/acts', async (c) => {
    const { person } = c.get('session')
    const key = idempotencyKey(c)
    const { code } = await agencyFeedback(c.req.param('code'), person)
    const act = parseAct(services, await readJson(c.req.raw, limits.jsonBytes), ['accept', 'ask', 'answer', 'refuse', 'publish'])
    await once(db, { subject: person.subject, key, operation: 'officer-feedback-act', request: { code, kind: act.kind, words: act.words }, now: clock() }, async (trx) => {
      await addAct(services, trx, code, { ...act, role: 'officer', by: person.fullName })
      return { status: 201, response: { code } }
    })
    return c.json(await officerView(await agencyFeedback(code, person)), 201)
  })

  return app

  async function officerView(row: FeedbackRow): Promise<Record<string, unknown>> {
    return { ...(await feedbackView(services, row, 'officer')), sender: row.owner_name }
  }

  async function agencyFeedback(code: string, person: PersonColumn): Promise<FeedbackRow> {
    const row = await db.selectFrom('feedback').selectAll().where('code', '=', code).where('erased_at', 'is', null).executeTakeFirst()
    if (row === undefined) throw new Problem('feedback-not-found')
    if (row.agency_code !== person.officer?.agencyCode) throw new Problem('not-your-agency')
    return row
  }
}
