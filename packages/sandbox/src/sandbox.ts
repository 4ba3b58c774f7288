import { getRequestListener } from '@hono/node-server'
import { createAdmin } from './admin.ts'
import { CspReportLog } from './commune/csp-reports.ts'
import type { CspReport } from './commune/csp-reports.ts'
import { createCommuneSite } from './commune/site.ts'
import { FaultInjector } from './faults.ts'
import { listen } from './http/dispatch.ts'
import type { NodeHandler } from './http/dispatch.ts'
import { createLoopbackFetch } from './http/loopback-fetch.ts'
import { siteOrigins } from './http/sites.ts'
import type { SiteName, Sites } from './http/sites.ts'
import { createIdentityProvider } from './identity-provider/app.ts'
import { keptSecret, openStateDir } from './state/state-dir.ts'

export interface SandboxOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. @default 8080 */
  port?: number
  /** Folder for what is kept between runs: keys, database, files. */
  stateDir: string
  /** Empties the folder first. @default false */
  fresh?: boolean
  /** Folder of the commune's own pages. */
  siteDir: string
  /** Folder of the kit's browser bundle, served as `/motcua/` of the commune's site. */
  kitDir: string
  /** Told what is being started, one short line each. @default silent */
  progress?: (line: string) => void
}

export interface Sandbox {
  readonly port: number
  readonly sites: Sites
  /** Origin of one site. */
  url(site: SiteName): string
  /** A fetch that reaches the sandbox's sites from Node. */
  readonly fetch: typeof fetch
  /** Policy violations that browsers reported on the commune's pages. */
  cspReports(): CspReport[]
  readonly faults: FaultInjector
  close(): Promise<void>
}

/** Client id of the gateway at the simulated identity provider. */
export const GATEWAY_CLIENT_ID = 'motcua-gateway'

/**
 * Starts the whole sandbox in this process. Rejects with {@link PortInUseError} when the port is taken.
 *
 * @example
 * const sandbox = await startSandbox({ port: 0, stateDir, siteDir, kitDir })
 * await page.goto(sandbox.url('commune'))
 * await sandbox.close()
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const progress = options.progress ?? (() => {})
  const dispatcher = await listen(options.port ?? 8080)
  try {
    const sites = siteOrigins(dispatcher.port)
    const state = await openStateDir(options.stateDir, { fresh: options.fresh ?? false })
    const loopback = createLoopbackFetch()
    const reports = new CspReportLog()
    const faults = new FaultInjector()

    progress('trang của xã / commune site')
    dispatcher.mount('commune', listener(createCommuneSite({ sites, siteDir: options.siteDir, kitDir: options.kitDir, reports })))
    dispatcher.mount('root', (_request, response) => { response.writeHead(302, { location: `${sites.commune}/` }).end() })
    dispatcher.mount('sandbox', listener(createAdmin({ sites, faults, reports })))

    progress('đăng nhập / identity provider')
    dispatcher.mount('idp', await createIdentityProvider({
      issuer: sites.idp,
      client: {
        clientId: GATEWAY_CLIENT_ID,
        clientSecret: await keptSecret(state, 'idp-client'),
        redirectUri: `${sites.gateway}/v1/sign-in/callback`,
      },
      signInStops: [sites.gateway, sites.commune, sites.desk],
    }))

    return {
      port: dispatcher.port,
      sites,
      url: (site) => sites[site],
      fetch: loopback,
      cspReports: () => reports.list(),
      faults,
      close: () => dispatcher.close(),
    }
  } catch (error) {
    await dispatcher.close()
    throw error
  }
}

function listener(app: { fetch: (request: Request, env: never) => Response | Promise<Response> }): NodeHandler {
  return getRequestListener((request, env) => app.fetch(request, env as never), { overrideGlobalObjects: false })
}
