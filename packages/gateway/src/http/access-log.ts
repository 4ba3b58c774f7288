import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { maskDeep } from '@motcua/core/text'
import type { AppEnv } from './env.ts'

/** One structured log entry. Values are masked; paths are route patterns, never addresses with their query. */
export interface LogEntry {
  at: string
  level: 'info' | 'warn' | 'error'
  event: string
  correlationId?: string
  [field: string]: unknown
}

/** Writes entries after masking personal ids, phones, e-mails, accounts and tokens in every value. */
export type Logger = (level: LogEntry['level'], event: string, fields?: Record<string, unknown>) => void

export function createLogger(sink: (entry: LogEntry) => void, clock: () => Date): Logger {
  return (level, event, fields = {}) => {
    const masked = maskDeep(fields)
    sink({ at: clock().toISOString(), level, event, ...(typeof masked === 'object' && masked !== null ? masked : {}) })
  }
}

/** JSON lines on standard output. */
export function writeJsonLine(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Gives every request a correlation id (the citizen's support code) and logs one line when it ends. */
export function correlate(log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const offered = c.req.header('X-Correlation-Id')
    const correlationId = offered !== undefined && UUID.test(offered) ? offered.toLowerCase() : randomUUID()
    c.set('correlationId', correlationId)
    const started = performance.now()
    await next()
    c.header('X-Correlation-Id', correlationId)
    log(c.res.status >= 500 ? 'error' : 'info', 'request', {
      correlationId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    })
  }
}

/** What may be written of an unexpected error: its class, its code and where it happened, never its message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim())
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { error: error.name, code, frames, cause: error.cause === undefined ? undefined : describeError(error.cause) }
}
