/** Host names of the sandbox, in the order in which they are introduced to a newcomer. */
export const SITE_NAMES = ['commune', 'gateway', 'idp', 'bank', 'desk', 'sign', 'national', 'population', 'sandbox'] as const
export type SiteName = (typeof SITE_NAMES)[number]

/** Origin of each site, for example `http://gateway.localhost:8080`. */
export type Sites = Readonly<Record<SiteName, string>>

/**
 * Origins of the sandbox on one port. Every site is a different *site* to the browser, as it will be in life, and
 * `*.localhost` is a secure context over plain http.
 *
 * @example
 * siteOrigins(8080).gateway // 'http://gateway.localhost:8080'
 */
export function siteOrigins(port: number): Sites {
  return Object.freeze({
    commune: originOf('commune', port),
    gateway: originOf('gateway', port),
    idp: originOf('idp', port),
    bank: originOf('bank', port),
    desk: originOf('desk', port),
    sign: originOf('sign', port),
    national: originOf('national', port),
    population: originOf('population', port),
    sandbox: originOf('sandbox', port),
  })
}

/** The site that a `Host` header names, `'root'` for plain localhost, or undefined for anybody else's name. */
export function siteOfHost(host: string | undefined): SiteName | 'root' | undefined {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  if (name === 'localhost' || name === '127.0.0.1') return 'root'
  return SITE_NAMES.find((site) => name === `${site}.localhost`)
}

function originOf(site: SiteName, port: number): string {
  return new URL(`http://${site}.localhost:${port}`).origin
}
