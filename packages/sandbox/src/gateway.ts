import { createGateway, createPopulationLookUp } from '@motcua/gateway'
import type { GatewayConfig, LogEntry } from '@motcua/gateway'
import { createBankWebhook } from '@motcua/payments/bank-webhook'
import type { RemoteSigner } from '@motcua/signatures/remote'
import { AGENCY_CODE, agencyConfig, COMMUNE_CODE } from './agency.ts'
import type { OpenPayments } from './bank/open-payments.ts'
import { INVENTED, inventedMonths } from './earlier-months.ts'
import type { NodeHandler } from './http/dispatch.ts'
import { nodeHandler } from './http/node-handler.ts'
import type { Sites } from './http/sites.ts'
import { TEST_OFFICER } from './identity-provider/people.ts'
import { AUTH_PATH, INTEGRATION_PATH } from './national/receiver.ts'
import { INTEGRATION_CODE, LOOK_UP_PATH } from './population/app.ts'
import type { Identities } from './state/identities.ts'

/** Client id of the gateway at the simulated identity provider. */
export const GATEWAY_CLIENT_ID = 'motcua-gateway'
/** Id of the payment provider, part of the notification address. */
export const PAYMENT_PROVIDER_ID = 'bank-webhook'

export interface SandboxGatewayOptions {
  sites: Sites
  identities: Identities
  database: GatewayConfig['database']
  filesDir: string
  clientSecret: string
  redirectUri: string
  bankSecret: string
  nationalPassword: string
  populationSecret: string
  fetch: typeof fetch
  clock: () => Date
  log: (entry: LogEntry) => void
  openPayments: OpenPayments
  /** The officer's key for results, at the signing service. */
  resultKey: RemoteSigner
}

/** The real gateway with the operator's configuration of the sandbox. */
export async function startGateway(options: SandboxGatewayOptions): Promise<{ handler: NodeHandler; close: () => Promise<void> }> {
  const { sites, identities, clock, openPayments } = options
  const gateway = await createGateway({
    publicUrl: sites.gateway,
    allowedOrigins: [sites.commune, sites.desk],
    database: options.database,
    filesDir: options.filesDir,
    identityProvider: {
      issuer: sites.idp,
      clientId: GATEWAY_CLIENT_ID,
      clientSecret: options.clientSecret,
      redirectUri: options.redirectUri,
      fetch: options.fetch,
      allowInsecureRequests: true,
      userInfoMethod: 'POST',
    },
    agencies: [agencyConfig({ signerCertificates: [identities.officer.certificate], officerSubjects: [TEST_OFFICER.accountId] })],
    trustAnchors: [{ name: 'Một Cửa Kit Sandbox (TEST)', certificate: identities.authority.anchor, domain: 'test' }],
    systemSeal: { privateKey: identities.systemSeal.privateKey, certificate: identities.systemSeal.certificate },
    paymentProviders: [createBankWebhook({ id: PAYMENT_PROVIDER_ID, secret: options.bankSecret, now: clock })],
    nationalReceiver: {
      url: sites.national + INTEGRATION_PATH,
      authUrl: sites.national + AUTH_PATH,
      username: AGENCY_CODE,
      password: options.nationalPassword,
      fetch: options.fetch,
      allowInsecureRequests: true,
    },
    populationDatabase: {
      database: createPopulationLookUp({
        url: sites.population + LOOK_UP_PATH, integrationCode: INTEGRATION_CODE, officerId: 'he-thong-chay-thu',
        headers: { Authorization: `Bearer ${options.populationSecret}` }, fetch: options.fetch, allowInsecureRequests: true,
      }),
    },
    statistics: { refreshMinutes: 1, notice: INVENTED, earlier: { [COMMUNE_CODE]: inventedMonths(clock()) } },
    // One person stands for the leader and the clerk; what they sign with asks their telephone.
    signing: { signerOf: ({ subject }) => (subject === TEST_OFFICER.accountId ? { signer: options.resultKey, acts: ['sign', 'issue'] } : undefined), pollSeconds: 1 },
    clock,
    log: options.log,
  })
  const handler = nodeHandler({
    fetch: async (request: Request) => {
      const response = await gateway.fetch(request)
      if (showsPayment(request) && response.ok) openPayments.notice(await response.clone().json())
      return response
    },
  })
  return { handler, close: () => gateway.close() }
}

function showsPayment({ method, url }: Request): boolean {
  const { pathname } = new URL(url)
  return (method === 'POST' && /^\/v1\/dossiers\/[^/]+\/payments$/.test(pathname)) || (method === 'GET' && /^\/v1\/payments\/[^/]+$/.test(pathname))
}
