import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LogEntry } from '@motcua/gateway'
import { createCscSigner, waitingSigner } from '@motcua/signatures/remote'
import { createAdmin } from './admin.ts'
import { AGENCY_CODE, AGENCY_NAME, RECEIVING_ACCOUNT } from './agency.ts'
import { createBank } from './bank/app.ts'
import { OpenPayments } from './bank/open-payments.ts'
import { CspReportLog } from './commune/csp-reports.ts'
import type { CspReport } from './commune/csp-reports.ts'
import { createCommuneSite } from './commune/site.ts'
import { createDesk } from './desk/app.ts'
import { FaultInjector } from './faults.ts'
import { GATEWAY_CLIENT_ID, PAYMENT_PROVIDER_ID, startGateway } from './gateway.ts'
import { listen } from './http/dispatch.ts'
import { createLoopbackFetch } from './http/loopback-fetch.ts'
import { nodeHandler } from './http/node-handler.ts'
import { siteOrigins } from './http/sites.ts'
import type { SiteName, Sites } from './http/sites.ts'
import { createIdentityProvider } from './identity-provider/app.ts'
import { TEST_OFFICER } from './identity-provider/people.ts'
import { createNationalReceiver } from './national/receiver.ts'
import { createPopulationDatabase } from './population/app.ts'
import { createSigningService, CSC_PATH } from './signing/service.ts'
import { keptIdentities, privateKeyPem } from './state/identities.ts'
import { keptSecret, openStateDir } from './state/state-dir.ts'

export interface SandboxOptions {
  /** TCP port on 127.0.0.1; 0 takes a free one. @default 8080 */
  port?: number
  /** Folder for what is kept between runs: keys, database, files. @default a temporary folder, removed on close */
  stateDir?: string
  /** Empties `stateDir` first. @default false */
  fresh?: boolean
  /** `postgresql://…` instead of the embedded database. */
  databaseUrl?: string
  /** Folder of the embedded database. @default inside `stateDir`; in memory when there is none */
  dataDir?: string
  /** Folder of the commune's own pages. @default the example of this repository */
  siteDir?: string
  /** Folder of the kit's browser bundle, served as `/motcua/` of the commune's site. @default the one built in this repository */
  kitDir?: string
  /** Clock of the gateway and the simulators; the identity provider keeps the machine's. @default () => new Date() */
  clock?: () => Date
  /** Told what is being started, one short line each. @default silent */
  progress?: (line: string) => void
  /** The gateway's masked log. @default silent */
  log?: (entry: LogEntry) => void
}

export interface Sandbox {
  readonly port: number
  readonly sites: Sites
  /** Origin of one site. @default 'commune' */
  url(site?: SiteName): string
  /** A fetch that reaches the sandbox's sites from Node. */
  readonly fetch: typeof fetch
  /** Policy violations that browsers reported on the commune's pages. */
  cspReports(): CspReport[]
  /** Faults of the network in front of the gateway. */
  readonly faults: FaultInjector
  close(): Promise<void>
}

/** The officer's one key, as it is used for steps and for results: the second needs the officer's telephone. */
const STEP_CREDENTIAL = 'ky-tung-buoc'
const RESULT_CREDENTIAL = 'ky-ket-qua'
const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/**
 * Starts the whole sandbox in this process: commune page, gateway, sign-in, bank, desk, signing service, national
 * receiver and population database, all on one port. Rejects with {@link PortInUseError} when the port is taken.
 *
 * @example
 * const sandbox = await startSandbox({ port: 0 })
 * await page.goto(sandbox.url())
 * await sandbox.close()
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? (() => new Date())
  const progress = options.progress ?? (() => {})
  const cleanUp: Array<() => Promise<unknown>> = []
  const close = async (): Promise<void> => {
    for (const step of cleanUp.splice(0).reverse()) await step()
  }
  try {
    const stateDir = options.stateDir ?? await mkdtemp(join(tmpdir(), 'motcua-sandbox-'))
    if (options.stateDir === undefined) cleanUp.push(() => rm(stateDir, { recursive: true, force: true }))
    // The port comes before everything that writes: a second sandbox must not touch the first one's state.
    const dispatcher = await listen(options.port ?? 8080)
    cleanUp.push(() => dispatcher.close())
    const sites = siteOrigins(dispatcher.port)
    const state = await openStateDir(stateDir, { fresh: options.fresh ?? false })
    cleanUp.splice(-1, 0, () => state.release())
    const loopback = createLoopbackFetch()
    const kitDir = options.kitDir ?? fromRoot('packages/eforms/dist/browser')
    const reports = new CspReportLog()
    const faults = new FaultInjector()
    const openPayments = new OpenPayments()

    progress('chứng thư và khóa thử / test keys and certificates')
    const identities = await keptIdentities(state, { officerName: TEST_OFFICER.fullName, organisation: AGENCY_NAME, now: clock() })
    const clientSecret = await keptSecret(state, 'idp-client')
    const bankSecret = await keptSecret(state, 'bank')
    const signingSecret = await keptSecret(state, 'signing')
    const nationalPassword = await keptSecret(state, 'national')
    const populationSecret = await keptSecret(state, 'population')

    progress('đăng nhập, ngân hàng, ký số, dữ liệu dân cư, nơi nhận quốc gia / sign-in, bank, signing, population, national receiver')
    const redirectUri = `${sites.gateway}/v1/sign-in/callback`
    dispatcher.mount('idp', await createIdentityProvider({
      issuer: sites.idp,
      client: { clientId: GATEWAY_CLIENT_ID, clientSecret, redirectUri },
      signInStops: [sites.gateway, sites.commune, sites.desk],
    }))
    dispatcher.mount('bank', nodeHandler(createBank({
      origin: sites.bank, accounts: [RECEIVING_ACCOUNT], secret: bankSecret, fetch: loopback, clock, openPayments,
      notificationUrl: `${sites.gateway}/v1/notifications/${PAYMENT_PROVIDER_ID}`,
    })))
    dispatcher.mount('sign', nodeHandler(createSigningService({
      origin: sites.sign, clientSecret: signingSecret, clock,
      credentials: ([[STEP_CREDENTIAL, 'by-itself'], [RESULT_CREDENTIAL, 'by-hand']] as const).map(([credentialId, confirmation]) => ({
        credentialId, confirmation,
        holder: `${TEST_OFFICER.fullName}, ${AGENCY_NAME}`,
        privateKeyPem: privateKeyPem(identities.officer),
        certificateChain: identities.officer.toJSON().certificateChain,
      })),
    })))
    const keyAtService = (credentialId: string) => createCscSigner({ baseUrl: sites.sign + CSC_PATH, credentialId, accessToken: () => signingSecret, fetch: loopback, allowInsecureRequests: true })
    dispatcher.mount('national', nodeHandler(await createNationalReceiver({ origin: sites.national, username: AGENCY_CODE, password: nationalPassword, state })))
    dispatcher.mount('population', nodeHandler(createPopulationDatabase({ origin: sites.population, secret: populationSecret })))
    dispatcher.mount('desk', nodeHandler(createDesk({
      sites, fetch: loopback, clock,
      officer: { name: TEST_OFFICER.fullName, title: 'Công chức tư pháp - hộ tịch', staffId: 'can-bo-01', agencyCode: AGENCY_CODE, agencyName: AGENCY_NAME },
      signer: () => waitingSigner(keyAtService(STEP_CREDENTIAL), { pollMs: 200 }),
      kitDir,
    })))

    progress(options.databaseUrl === undefined ? 'máy chủ hồ sơ với PGlite / gateway on embedded PGlite' : 'máy chủ hồ sơ với PostgreSQL / gateway on PostgreSQL')
    const gateway = await startGateway({
      sites, identities, clock, openPayments, resultKey: keyAtService(RESULT_CREDENTIAL), fetch: loopback, clientSecret, redirectUri, bankSecret, nationalPassword, populationSecret,
      database: options.databaseUrl === undefined
        ? { dataDir: options.dataDir ?? (options.stateDir === undefined ? 'memory://' : await state.folder('pglite')) }
        : { url: options.databaseUrl },
      filesDir: await state.folder('files'),
      log: options.log ?? (() => {}),
    })
    cleanUp.splice(-1, 0, () => gateway.close())
    dispatcher.mount('gateway', faults.wrap(gateway.handler, [sites.commune, sites.desk]))

    progress('trang của xã / commune site')
    dispatcher.mount('commune', nodeHandler(createCommuneSite({
      sites, reports,
      siteDir: options.siteDir ?? fromRoot('examples/commune-site/public'),
      kitDir: options.kitDir ?? fromRoot('packages/eforms/dist/browser'),
    })))
    dispatcher.mount('sandbox', nodeHandler(createAdmin({ sites, faults, reports })))
    dispatcher.mount('root', (_request, response) => { response.writeHead(302, { location: `${sites.commune}/` }).end() })

    return { port: dispatcher.port, sites, url: (site = 'commune') => sites[site], fetch: loopback, cspReports: () => reports.list(), faults, close }
  } catch (error) {
    await close()
    throw error
  }
}
