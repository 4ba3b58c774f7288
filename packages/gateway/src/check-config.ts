import { appointmentsFaults } from './appointments/config.ts'
import type { AgencyConfig, GatewayConfig } from './config.ts'
import { GatewayConfigError } from './errors.ts'
import { feedbackFaults } from './feedback/config.ts'
import { callableFaults } from './http/callable.ts'
import { populationFaults } from './prefill/population.ts'
import { signingFaults } from './signing/config.ts'
import { statisticsFaults } from './statistics/config.ts'

/** Sentences about what is wrong; a configuration may come from JavaScript, where anything may be missing. */
type Faults = string[]
type Need = (holds: boolean, fault: string) => void

/** Throws {@link GatewayConfigError} naming everything that is missing or wrong, all at once. */
export function checkConfig(config: GatewayConfig): void {
  const items: Faults = []
  const need: Need = (holds, fault) => { if (!holds) items.push(fault) }

  need(isOrigin(config.publicUrl), 'publicUrl: expected an origin such as https://gateway.example, without path or slash at the end')
  need(Array.isArray(config.allowedOrigins), 'allowedOrigins: expected a list of origins')
  for (const origin of config.allowedOrigins ?? []) need(isOrigin(origin), `allowedOrigins: ${JSON.stringify(origin)} is not an origin (scheme, host and port only; no wildcard)`)
  need(Boolean(config.database?.url ?? config.database?.dataDir), 'database: give url (PostgreSQL) or dataDir (embedded; "memory://" keeps nothing)')
  need(!(config.database?.url && config.database.dataDir), 'database: give either url or dataDir, not both')
  if (config.database?.url) need(/^postgres(ql)?:\/\//.test(config.database.url), 'database.url: expected postgresql://…')
  need(Boolean(config.filesDir), 'filesDir: expected a folder for uploads and results')
  needIdentityProvider(config, need)
  items.push(...agenciesFaults(config.agencies ?? []))
  need((config.trustAnchors ?? []).length > 0, 'trustAnchors: without one no signature can be trusted')
  need(Boolean(config.systemSeal?.privateKey) && Boolean(config.systemSeal?.certificate), 'systemSeal: expected privateKey and certificate')
  need(Array.isArray(config.paymentProviders), 'paymentProviders: expected a list')
  need(new Set(config.paymentProviders?.map((provider) => provider.id)).size === (config.paymentProviders?.length ?? 0), 'paymentProviders: two providers have one id')
  items.push(...receiverFaults(config.nationalReceiver), ...feedbackFaults(config.feedback ?? {}), ...statisticsFaults(config.statistics ?? {}))
  items.push(...signingFaults(config.signing), ...populationFaults(config.populationDatabase))
  if (items.length > 0) throw new GatewayConfigError(items)
}

function needIdentityProvider({ identityProvider: idp, publicUrl }: GatewayConfig, need: Need): void {
  need(Boolean(idp?.issuer) && URL.canParse(idp.issuer), 'identityProvider.issuer: expected the issuer URL')
  if (idp?.issuer?.startsWith('http:')) need(idp.allowInsecureRequests === true, 'identityProvider.issuer: http is refused unless allowInsecureRequests is true (sandbox only)')
  need(Boolean(idp?.clientId), 'identityProvider.clientId: missing')
  need(idp?.clientSecret !== '', 'identityProvider.clientSecret: empty; leave it out for a public client')
  need(Boolean(idp?.redirectUri), 'identityProvider.redirectUri: missing')
  if (idp?.redirectUri && isOrigin(publicUrl)) need(idp.redirectUri === `${publicUrl}/v1/sign-in/callback`, `identityProvider.redirectUri: expected ${publicUrl}/v1/sign-in/callback`)
}

function agenciesFaults(agencies: readonly AgencyConfig[]): Faults {
  const faults: Faults = agencies.length > 0 ? [] : ['agencies: at least one agency']
  const need: Need = (holds, fault) => { if (!holds) faults.push(fault) }
  const seen = new Set<string>()
  const codes = new Set<string>()
  for (const agency of agencies) {
    const at = `agencies[${agency.communeCode ?? '?'}]`
    need(/^[0-9]{5}$/.test(agency.communeCode ?? ''), `${at}.communeCode: expected five digits`)
    need(!seen.has(agency.communeCode), `${at}: listed twice`)
    seen.add(agency.communeCode)
    need(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/.test(agency.agencyCode ?? ''), `${at}.agencyCode: expected a code such as H15.50.05.13`)
    need(!codes.has(agency.agencyCode), `${at}.agencyCode: ${agency.agencyCode} is listed twice`)
    codes.add(agency.agencyCode)
    need(Boolean(agency.name), `${at}.name: missing`)
    need(Boolean(agency.desk), `${at}.desk: expected address, phone and hours`)
    need((agency.signerCertificates ?? []).length > 0, `${at}.signerCertificates: nobody could sign a step or a result`)
    if (agency.appointments !== undefined) faults.push(...appointmentsFaults(agency.appointments, agency.endings ?? {}, `${at}.appointments`))
    for (const [slug, account] of Object.entries(agency.receivingAccounts ?? {})) {
      need(/^[0-9]{6}$/.test(account.bin), `${at}.receivingAccounts.${slug}.bin: expected six digits`)
      need(/^[A-Za-z0-9]{1,19}$/.test(account.number), `${at}.receivingAccounts.${slug}.number: expected 1 to 19 letters or digits`)
      need(Boolean(account.holder) && Boolean(account.bankName), `${at}.receivingAccounts.${slug}: holder and bankName are required`)
    }
  }
  return faults
}

function receiverFaults(receiver: GatewayConfig['nationalReceiver']): Faults {
  if (receiver === undefined) return []
  const { url, authUrl, username, password } = receiver
  return [
    ...callableFaults(url, 'nationalReceiver.url', receiver),
    ...(authUrl ? callableFaults(authUrl, 'nationalReceiver.authUrl', receiver) : []),
    ...(authUrl && !(username && password) ? ['nationalReceiver: authUrl needs username and password'] : []),
  ]
}

function isOrigin(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
}
