import { getRequestListener } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { NodeHandler } from './dispatch.ts'

/** Any application that speaks Request and Response. */
interface FetchApp { fetch: (request: Request, env: HttpBindings) => Response | Promise<Response> }

/** Puts an application behind Node's HTTP server without replacing the global Request and Response. */
export function nodeHandler(app: FetchApp | Hono<{ Bindings: HttpBindings }>): NodeHandler {
  return getRequestListener((request, env) => app.fetch(request, bindings(env)), { overrideGlobalObjects: false })
}

function bindings(env: unknown): HttpBindings {
  if (isBindings(env)) return env
  throw new TypeError('expected the bindings of an HTTP/1.1 server')
}

function isBindings(env: unknown): env is HttpBindings {
  return typeof env === 'object' && env !== null && 'incoming' in env && 'outgoing' in env
}
