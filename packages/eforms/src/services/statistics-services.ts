import type { StatisticsCalls } from '@motcua/portal-client/statistics'

/** The public figures of a gateway, over the client that every element of the page shares. */
export async function statisticsServices(portal: string): Promise<StatisticsCalls> {
  const [{ portalServices }, { statisticsOf }] = await Promise.all([import('./portal-services.ts'), import('@motcua/portal-client/statistics')])
  return statisticsOf(portalServices(portal).client.transport)
}
