import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { COMMON_HEADERS, simulatorPolicy } from './security-headers.ts'
import { SIMULATOR_CSS } from './simulator-page.ts'

export interface SimulatorEnv { Bindings: HttpBindings }

export interface SimulatorAppOptions {
  /** Set when the site serves a script of its own. @default false */
  scripts?: boolean
  /** Other origins that a form may lead to, by redirects included. @default none */
  formTargets?: readonly string[]
  /** Paths of machine interfaces, which are no forms and need no origin. @default none */
  machinePaths?: readonly string[]
}

/** A Hono application with the headers, the style sheet and the cross-site check that all simulators share. */
export function createSimulatorApp(origin: string, options: SimulatorAppOptions = {}): Hono<SimulatorEnv> {
  const app = new Hono<SimulatorEnv>()
  const policy = simulatorPolicy(options)
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(COMMON_HEADERS)) c.header(name, value)
    // A page that carries the kit has named the kit's policy.
    if (c.res.headers.get('content-security-policy') === null) c.header('content-security-policy', policy)
    if (c.res.headers.get('cache-control') === null) c.header('cache-control', 'no-store')
  })
  const check = csrf({ origin })
  app.use(async (c, next) => (options.machinePaths?.some((path) => c.req.path.startsWith(path)) === true ? next() : check(c, next)))
  app.get('/simulator.css', (c) => c.body(SIMULATOR_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/favicon.ico', (c) => c.body(null, 204))
  return app
}
