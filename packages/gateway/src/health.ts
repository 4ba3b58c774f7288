import { Hono } from 'hono'
import { sql } from 'kysely'
import type { AppEnv } from './http/env.ts'
import { describeError } from './http/access-log.ts'
import { Problem } from './http/problem.ts'
import type { Services } from './services.ts'

/** `live`: the process runs. `ready`: database and queue answer. */
export function healthRoutes({ db, log }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/health/live', (c) => c.json({ status: 'ok' }))
  app.get('/health/ready', async (c) => {
    try {
      await sql`select count(*) from motcua_jobs.queue`.execute(db)
    } catch (error) {
      log('error', 'not-ready', { correlationId: c.get('correlationId'), ...describeError(error) })
      throw new Problem('not-ready')
    }
    return c.json({ status: 'ok' })
  })
  return app
}
