import type { FilingClient } from '@motcua/portal-client/filing'
import type { PortalServices } from './services.ts'

/**
 * One client per gateway on a page, so that every element there shares the session in memory, elements too that the browser
 * build builds apart: it leaves this module to all of them.
 */
export const PAGE_CLIENTS = new Map<string, { client: FilingClient; services: PortalServices }>()
