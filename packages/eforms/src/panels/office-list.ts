import { fetchJson } from '../services/definition-files.ts'
import { parseOffices } from './places-offices.ts'
import type { Office, OfficeFault } from './places-offices.ts'

/** The page's offices: none given, on their way, read, out of reach, or kept on another site. */
export type OfficeList = 'none' | 'loading' | 'failed' | 'elsewhere' | { offices: readonly Office[]; faults: readonly OfficeFault[] }

/**
 * Offices as a page gives them: the list itself, or the address of a JSON file on the page's own site, from which alone
 * anything is fetched.
 */
export async function loadOffices(given: unknown): Promise<OfficeList> {
  if (given === undefined || given === null || given === '') return 'none'
  if (typeof given !== 'string') return parseOffices(given)
  const address = addressOf(given)
  if (address?.origin !== location.origin) return 'elsewhere'
  return fetchJson(address).then(parseOffices, () => 'failed' as const)
}

function addressOf(text: string): URL | undefined {
  try { return new URL(text, document.baseURI) } catch { return undefined }
}
