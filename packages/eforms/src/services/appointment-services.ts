import { appointmentsOf } from '@motcua/portal-client/appointments'
import type { AppointmentCalls } from '@motcua/portal-client/appointments'
import { portalServices } from './portal-services.ts'
import type { EformServices } from './services.ts'

/**
 * The calls about appointments that belong to an element's services: those a page gives, or those of the gateway at `portal`,
 * with the session that the services hold. `undefined` where there are none, so that a page's own portal is not bypassed.
 */
export function appointmentServices(services: EformServices, portal: string): AppointmentCalls | undefined {
  if (services.appointments) return services.appointments
  if (!services.portal || portal === '') return undefined
  try {
    const own = portalServices(portal)
    return own.services === services.portal ? appointmentsOf(own.client.transport) : undefined
  } catch {
    return undefined
  }
}
