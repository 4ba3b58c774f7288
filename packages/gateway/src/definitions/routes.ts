import { todayInVietnam } from '@motcua/core/dates'
import { Hono } from 'hono'
import { agencyServing } from '../agencies.ts'
import type { AppEnv } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { BUNDLED_LISTS, bundledListJson } from './bundled.ts'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const HASHED_FILE = /^([0-9a-f]{64})\.json$/

/** Definitions and their parts at immutable addresses, the short-lived index that names the current ones, and the communes served. */
export function definitionRoutes(services: Services): Hono<AppEnv> {
  const { definitions, communes, config, clock } = services
  const app = new Hono<AppEnv>()

  app.get('/definitions/index.json', (c) => {
    const on = c.req.query('on') ?? todayInVietnam(clock())
    if (!DAY.test(on)) throw new Problem('bad-request', { detail: 'on: expected a calendar day YYYY-MM-DD.' })
    c.header('Cache-Control', 'public, max-age=60')
    return c.json({ generatedAt: clock().toISOString(), definitions: definitions.index(on) })
  })

  app.get('/definitions/:slug/:effectiveFrom/:file', (c) => {
    const { slug, effectiveFrom, file } = c.req.param()
    const sha256 = HASHED_FILE.exec(file)?.[1]
    const entry = sha256 === undefined ? undefined : definitions.entry(sha256)
    const bytes = sha256 === undefined ? undefined : definitions.bytes(sha256)
    if (sha256 === undefined || entry === undefined || bytes === undefined || entry.slug !== slug || entry.effectiveFrom !== effectiveFrom) throw new Problem('definition-not-found')
    return immutable(bytes, sha256)
  })

  app.get('/definitions/parts/:file', (c) => {
    const sha256 = HASHED_FILE.exec(c.req.param('file'))?.[1]
    const bytes = sha256 === undefined ? undefined : definitions.part(sha256)
    if (sha256 === undefined || bytes === undefined) throw new Problem('definition-not-found')
    return immutable(bytes, sha256)
  })

  for (const list of BUNDLED_LISTS) {
    app.get(`/definitions/reference/${list}.json`, (c) => {
      c.header('Cache-Control', 'public, max-age=86400')
      return c.body(bundledListJson(list), 200, { 'Content-Type': 'application/json' })
    })
  }

  app.get('/v1/communes/:commune', (c) => {
    const code = c.req.param('commune')
    const commune = communes.find(code)
    if (commune === undefined) throw new Problem('commune-unknown', { detail: 'Expected the five-digit code of a commune of the current list.' })
    const agency = agencyServing(config, code)
    c.header('Cache-Control', 'public, max-age=60')
    return c.json({ ...commune, agencyCode: agency.agencyCode, agencyName: agency.name, desk: agency.desk, endings: agency.endings })
  })

  return app
}

function immutable(bytes: Uint8Array, sha256: string): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable', ETag: `"${sha256}"` } })
}
