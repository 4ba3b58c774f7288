import { sha256Hex } from '@motcua/signatures/manifest'
import { Hono, type Context } from 'hono'
import { handlingAgency } from '../agencies.ts'
import { agencyDossier } from '../dossiers/find.ts'
import { idempotencyKey } from '../dossiers/idempotency.ts'
import { Members, readBytes, readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { beginSigning } from './begin.ts'
import { checkSigning } from './check.ts'
import { SIGNING_ACTS } from './config.ts'
import { storeDraft } from './drafts.ts'
import { findRequest, move } from './moves.ts'
import type { RequestRow } from './situation.ts'
import { fileView, requestView, signingView, type SigningViewOptions } from './view.ts'

const BASE = '/v1/officer/dossiers/:code/signing'
const HASH = /^[0-9a-f]{64}$/

/** Signing results with remote keys. Behind the session of an officer, which the officer's routes demand for every path of theirs. */
export function signingRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, config, files, limits, log } = services
  const app = new Hono<AppEnv>()

  app.get(BASE, async (c) => c.json(await signingView(services, await placeOf(c))))

  app.post(`${BASE}/drafts`, async (c) => {
    const { row, subject } = await placeOf(c)
    return c.json(fileView(await storeDraft(services, row, { bytes: await readBytes(c.req.raw, limits.resultBytes), uploadedBy: subject })), 201)
  })

  app.get(`${BASE}/files/:fileId`, async (c) => {
    const { row } = await placeOf(c)
    const file = await db.selectFrom('signing_files').selectAll().where('dossier_code', '=', row.code).where('file_id', '=', c.req.param('fileId')).executeTakeFirst()
    if (file === undefined) throw new Problem('result-not-found')
    const bytes = await files.readResult(file.file_id)
    if ((await sha256Hex(bytes)) !== file.sha256) {
      log('error', 'signing-file-damaged', { correlationId: c.get('correlationId'), dossierCode: row.code, fileId: file.file_id })
      throw new Problem('internal')
    }
    return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${file.name}"` } })
  })

  app.post(`${BASE}/requests`, async (c) => {
    const place = await placeOf(c)
    const body = new Members(await readJson(c.req.raw, limits.jsonBytes))
    const asked = {
      act: body.oneOf('act', SIGNING_ACTS), fileId: body.text('fileId', { maxLength: 64 }), sha256: body.text('sha256', { pattern: HASH }), certificate: body.text('certificate', { pattern: HASH }),
    }
    if (place.right === undefined || !place.right.acts.includes(asked.act)) throw new Problem('signing-not-allowed')
    const request = await beginSigning(tracedBy(c), { ...place, right: place.right, key: idempotencyKey(c), asked })
    // A service that needs nobody's confirmation has answered already.
    return c.json(await shown(request.state === 'embedding' ? await checkSigning(tracedBy(c), request, place) : request, place), 201)
  })

  app.get(`${BASE}/requests/:id`, async (c) => {
    const place = await placeOf(c)
    return c.json(await shown(await checkSigning(tracedBy(c), await findRequest(db, place.row.code, c.req.param('id')), place), place))
  })

  app.delete(`${BASE}/requests/:id`, async (c) => {
    const place = await placeOf(c)
    const id = c.req.param('id')
    const cancelled = async (): Promise<RequestRow | undefined> => {
      const request = await findRequest(db, place.row.code, id)
      if (request.subject !== place.subject) throw new Problem('signing-not-allowed')
      return move(db, request, 'cancel', clock())
    }
    // It may have moved between the two: cancelling is tried again until it is over one way or the other.
    if (await cancelled() === undefined) await cancelled()
    return c.json(await shown(await findRequest(db, place.row.code, id), place))
  })

  return app

  /** What goes wrong at the service is logged under the code that the officer is shown. */
  function tracedBy(c: Context<AppEnv>): Services {
    return { ...services, log: (level, event, fields) => { log(level, event, { correlationId: c.get('correlationId'), ...fields }) } }
  }

  function shown(request: RequestRow, { signing, subject }: SigningViewOptions): Promise<Record<string, unknown>> {
    return requestView(request, { signing, subject, now: clock() })
  }

  async function placeOf(c: Context<AppEnv>): Promise<SigningViewOptions> {
    const { person } = c.get('session')
    const row = await agencyDossier(services, c.req.param('code') ?? '', person)
    const agency = handlingAgency(config, row.agency_code)
    if (config.signing === undefined) throw new Problem('signing-not-offered')
    const { subject } = person
    return { row, agency, signing: config.signing, right: config.signing.signerOf({ subject, agencyCode: agency.agencyCode }), subject }
  }
}
