import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { readJson } from '../http/body.ts'
import type { AppEnv } from '../http/env.ts'
import type { Services } from '../services.ts'
import { requireSession } from '../session/sessions.ts'
import { answerPrefill } from './answer.ts'
import { parsePrefillRequest } from './request.ts'

/** What may be filled in for the person who is signed in. A POST, so that nothing of it stands in an address or a cache. */
export function prefillRoutes(services: Services): Hono<AppEnv> {
  const { db, clock, limits } = services
  const app = new Hono<AppEnv>()
  app.post('/v1/prefill', requireSession(db, clock), async (c) => {
    const request = parsePrefillRequest(await readJson(c.req.raw, limits.jsonBytes))
    c.header('Cache-Control', 'no-store')
    return c.json(await answerPrefill(services, request, { session: c.get('session'), requestId: randomUUID() }))
  })
  return app
}
