import type { Hono } from 'hono'
import { listen } from '../http/dispatch.ts'
import type { NodeHandler } from '../http/dispatch.ts'
import { createLoopbackFetch } from '../http/loopback-fetch.ts'
import { nodeHandler } from '../http/node-handler.ts'
import { siteOrigins } from '../http/sites.ts'
import type { SiteName, Sites } from '../http/sites.ts'
import type { SimulatorEnv } from '../http/simulator-app.ts'

export interface TestSites {
  sites: Sites
  fetch: typeof fetch
  mount(site: SiteName, app: Hono<SimulatorEnv> | Hono | NodeHandler): void
  close(): Promise<void>
}

/** Puts single sites on a free port, for tests that need no whole sandbox. */
export async function openTestSites(): Promise<TestSites> {
  const dispatcher = await listen(0)
  return {
    sites: siteOrigins(dispatcher.port),
    fetch: createLoopbackFetch(),
    mount: (site, app) => { dispatcher.mount(site, typeof app === 'function' ? app : nodeHandler(app)) },
    close: () => dispatcher.close(),
  }
}
