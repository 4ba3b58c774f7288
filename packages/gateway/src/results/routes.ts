import { sha256Hex } from '@motcua/signatures/manifest'
import { Hono } from 'hono'
import { ownDossier } from '../dossiers/find.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'

/** Results for the applicant, and what anyone needs to verify them. */
export function resultRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, files, log } = services
  const app = new Hono<AppEnv>()
  const signedIn = requireSession(db, clock)

  app.get('/v1/dossiers/:code/results/:fileId', signedIn, async (c) => {
    const row = await ownDossier(services, c.req.param('code'), c.get('session').person)
    const result = await db.selectFrom('results').selectAll().where('dossier_code', '=', row.code).where('file_id', '=', c.req.param('fileId')).executeTakeFirst()
    if (result === undefined || !row.life_cycle.resultFiles.includes(result.sha256)) throw new Problem('result-not-found')
    const bytes = await files.readResult(result.file_id)
    // A file that changed on disk is not the result that was signed: better none than a wrong one.
    if ((await sha256Hex(bytes)) !== result.sha256) {
      log('error', 'result-damaged', { correlationId: c.get('correlationId'), dossierCode: row.code, fileId: result.file_id })
      throw new Problem('internal')
    }
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${result.name}"`, 'Cache-Control': 'no-store' },
    })
  })

  app.get('/v1/dossiers/:code/manifest', signedIn, async (c) => {
    const row = await ownDossier(services, c.req.param('code'), c.get('session').person)
    if (row.manifest === null) throw new Problem('result-not-found')
    c.header('Cache-Control', 'no-store')
    return c.json({ manifest: row.manifest })
  })

  app.get('/v1/trust', (c) => {
    c.header('Cache-Control', 'public, max-age=60')
    return c.json({
      anchors: config.trustAnchors.map(({ name, certificate, domain }) => ({ name, certificate: base64(certificate), ...(domain === undefined ? {} : { domain }) })),
      agencies: config.agencies.map(({ agencyCode, name, signerCertificates }) => ({ agencyCode, name, certificates: signerCertificates.map(base64) })),
    })
  })

  return app
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
