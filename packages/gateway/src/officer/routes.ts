import { allowedSteps } from '@motcua/dossier'
import { Hono, type MiddlewareHandler } from 'hono'
import { handlingAgency } from '../agencies.ts'
import { agencyDossier, definitionOf } from '../dossiers/find.ts'
import { intakeSlip } from '../dossiers/intake-slip.ts'
import { dossierView, resultView, summaryView } from '../dossiers/view.ts'
import { Members, readBytes, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import { storeResult } from '../results/store.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import type { DossierRow } from '../steps/append.ts'
import { checkedClose } from './close.ts'
import { recordStep } from './record-step.ts'
import { verifyStep } from './verify-step.ts'

/** What an officer does: see the agency's dossiers, sign steps, upload signed results. */
export function officerRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, limits } = services
  const app = new Hono<AppEnv>()
  const officersOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
    if (c.get('session').person.officer === undefined) throw new Problem('officer-only')
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  }
  app.use('/v1/officer/*', requireSession(db, clock), officersOnly)

  app.get('/v1/officer/dossiers', async (c) => {
    const agencyCode = c.get('session').person.officer?.agencyCode ?? ''
    const rows = await db.selectFrom('dossiers').selectAll().where('agency_code', '=', agencyCode).orderBy('submitted_at', 'desc').limit(500).execute()
    return c.json({ dossiers: rows.map((row) => summaryView(row, clock())) })
  })

  app.get('/v1/officer/dossiers/:code', async (c) => {
    return c.json(await officerView(await agencyDossier(services, c.req.param('code'), c.get('session').person)))
  })

  app.get('/v1/officer/dossiers/:code/intake-slip', async (c) => {
    return c.json(await intakeSlip(services, await agencyDossier(services, c.req.param('code'), c.get('session').person)))
  })

  app.get('/v1/officer/dossiers/:code/attachments/:uploadId', async (c) => {
    const row = await agencyDossier(services, c.req.param('code'), c.get('session').person)
    const file = await db.selectFrom('attachments').selectAll().where('dossier_code', '=', row.code).where('upload_id', '=', c.req.param('uploadId')).executeTakeFirst()
    if (file === undefined) throw new Problem('upload-not-found')
    const bytes = await services.files.readUpload(file.upload_id)
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` },
    })
  })

  app.post('/v1/officer/dossiers/:code/steps', async (c) => {
    const row = await agencyDossier(services, c.req.param('code'), c.get('session').person)
    const agency = handlingAgency(config, row.agency_code)
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const step = await verifyStep(services, body.text('step', { maxLength: 262_144 }), { code: row.code, agency })
    const definition = await definitionOf(services, row)
    const manifestJws = body.has('manifest') ? body.text('manifest', { maxLength: 262_144 }) : undefined
    const close = step.statement.kind === 'finish' ? await checkedClose(services, row, step.statement, { agency, manifestJws }) : undefined
    await recordStep(services, step, { agency, definition, close })
    return c.json(await officerView(await agencyDossier(services, row.code, c.get('session').person)), 201)
  })

  app.post('/v1/officer/dossiers/:code/results', async (c) => {
    const row = await agencyDossier(services, c.req.param('code'), c.get('session').person)
    const result = await storeResult(services, row, handlingAgency(config, row.agency_code), { bytes: await readBytes(c.req.raw, limits.resultBytes), uploadedBy: c.get('session').person.subject })
    return c.json(resultView(result), 201)
  })

  return app

  async function officerView(row: DossierRow): Promise<Record<string, unknown>> {
    const results = await db.selectFrom('results').selectAll().where('dossier_code', '=', row.code).where('rejected_at', 'is', null).orderBy('uploaded_at').execute()
    return {
      ...(await dossierView(services, db, row)),
      results: results.map(resultView),
      answers: row.answers,
      lastStepHash: row.last_step_hash,
      allowedSteps: allowedSteps(row.life_cycle, 'officer'),
    }
  }
}
