import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'
import { problemResponse } from './problem.ts'

const EXPOSED = [
  'Location', 'X-Correlation-Id', 'Retry-After', 'Content-Disposition', 'ETag',
  'Upload-Offset', 'Upload-Length', 'Upload-Metadata', 'Upload-Expires', 'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size',
].join(', ')
const ALLOWED = [
  'Authorization', 'Content-Type', 'Idempotency-Key', 'X-Correlation-Id',
  'Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata', 'Upload-Defer-Length', 'Upload-Concat', 'X-HTTP-Method-Override', 'X-Requested-With',
].join(', ')

/**
 * Exact allow-list, never credentials: the only credential is the bearer, so a cookie of another site can do nothing.
 * A request without `Origin` (navigation, server to server) passes; a foreign or opaque origin is refused before
 * any handler runs.
 */
export function cors(allowedOrigins: readonly string[], publicUrl: string): MiddlewareHandler<AppEnv> {
  const allowed = new Set([...allowedOrigins, publicUrl])
  return async (c, next) => {
    const origin = c.req.header('Origin')
    if (origin === undefined) {
      await next()
      c.res.headers.append('Vary', 'Origin')
      return
    }
    if (!allowed.has(origin)) {
      c.res = problemResponse('origin-not-allowed', c.get('correlationId'), {
        detail: 'The Origin header is not in the gateway\'s allowedOrigins. Ask the operator to add the exact origin of the page.',
      }, { Vary: 'Origin' })
      return
    }
    if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined) {
      c.res = new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE',
          'Access-Control-Allow-Headers': ALLOWED,
          'Access-Control-Max-Age': '600',
        },
      })
    } else {
      await next()
    }
    c.res.headers.set('Access-Control-Allow-Origin', origin)
    c.res.headers.set('Access-Control-Expose-Headers', EXPOSED)
    c.res.headers.append('Vary', 'Origin')
  }
}
