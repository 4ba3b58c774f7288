import type { AgencyConfig, GatewayConfig } from './config.ts'
import { Problem } from './http/problem.ts'

type Agencies = Pick<GatewayConfig, 'agencies'>

export function agencyWithCode({ agencies }: Agencies, code: string | undefined): AgencyConfig | undefined {
  return agencies.find(({ agencyCode }) => agencyCode === code)
}

/** One that is configured no more keeps its code for a name. */
export function agencyName(config: Agencies, code: string): string {
  return agencyWithCode(config, code)?.name ?? code
}

/** The agency of a commune. Throws `commune-not-served`. */
export function agencyServing({ agencies }: Agencies, commune: string): AgencyConfig {
  const agency = agencies.find(({ communeCode }) => communeCode === commune)
  if (agency === undefined) throw new Problem('commune-not-served')
  return agency
}

/** The agency that an officer handles a dossier for. Throws `not-your-agency` where it is configured no more. */
export function handlingAgency(config: Agencies, code: string): AgencyConfig {
  const agency = agencyWithCode(config, code)
  if (agency === undefined) throw new Problem('not-your-agency')
  return agency
}
