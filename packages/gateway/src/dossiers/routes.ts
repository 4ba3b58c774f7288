import { Hono } from 'hono'
import { Members, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { appendSealedStep, lockDossier } from '../steps/append.ts'
import { definitionOf, ownDossier } from './find.ts'
import { idempotencyKey, once } from './idempotency.ts'
import { intakeSlip } from './intake-slip.ts'
import { parseAttachments, parseSubmission } from './submission.ts'
import { submitDossier } from './submit.ts'
import { answerSupplement } from './supplement.ts'
import { dossierView, summaryView } from './view.ts'

/** What an applicant does with dossiers: submit, follow, supplement, withdraw. */
export function dossierRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, limits } = services
  const app = new Hono<AppEnv>()
  app.use('/v1/dossiers', requireSession(db, clock))
  app.use('/v1/dossiers/*', requireSession(db, clock))
  app.use('/v1/dossiers/*', async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  })

  app.post('/v1/dossiers', async (c) => {
    const key = idempotencyKey(c)
    const submission = parseSubmission(await readJson(c.req.raw, limits.jsonBytes))
    const { person, lookedUp } = c.get('session')
    const { response } = await submitDossier(services, submission, { person, lookedUp, key, correlationId: c.get('correlationId') })
    c.header('Cache-Control', 'no-store')
    return c.json(response, 201)
  })

  app.get('/v1/dossiers', async (c) => {
    const rows = await db.selectFrom('dossiers').selectAll().where('owner_subject', '=', c.get('session').person.subject).orderBy('submitted_at', 'desc').limit(200).execute()
    c.header('Cache-Control', 'no-store')
    return c.json({ dossiers: rows.map((row) => summaryView(row, clock())) })
  })

  app.get('/v1/dossiers/:code', async (c) => {
    const row = await ownDossier(services, c.req.param('code'), c.get('session').person)
    return c.json(await dossierView(services, db, row))
  })

  app.post('/v1/dossiers/:code/withdrawal', async (c) => {
    const { person } = c.get('session')
    const code = c.req.param('code')
    await ownDossier(services, code, person)
    await once(db, { subject: person.subject, key: idempotencyKey(c), operation: 'withdraw', request: { code }, now: clock() }, async (trx) => {
      await appendSealedStep(services, trx, await lockDossier(trx, code), { kind: 'withdrawn', by: { role: 'citizen', name: person.fullName } })
      return { status: 200, response: { code } }
    })
    return c.json(await dossierView(services, db, await ownDossier(services, code, person)))
  })

  app.post('/v1/dossiers/:code/supplement', async (c) => {
    const { person } = c.get('session')
    const row = await ownDossier(services, c.req.param('code'), person)
    const attachments = parseAttachments(new Members(await readJson(c.req.raw, limits.jsonBytes)))
    if (attachments.length === 0) throw new Problem('bad-request', { detail: '/attachments: expected at least one file.' })
    await answerSupplement(services, { code: row.code, attachments, person, key: idempotencyKey(c), definition: await definitionOf(services, row) })
    return c.json(await dossierView(services, db, await ownDossier(services, row.code, person)))
  })

  app.get('/v1/dossiers/:code/intake-slip', async (c) => {
    const row = await ownDossier(services, c.req.param('code'), c.get('session').person)
    return c.json(await intakeSlip(services, row))
  })

  return app
}
