import type { Transport } from '@motcua/portal-client'
import { lateCalls } from './late-calls.ts'
import type { EformServices } from './services.ts'

/** What only some elements ask of a gateway, over the client and the session that every element of the page shares. Each is a chunk of its own. */
export function gatewayCalls(transport: Transport): Required<Pick<EformServices, 'appointments' | 'feedback' | 'statistics' | 'signing'>> {
  return {
    appointments: lateCalls(async () => (await import('@motcua/portal-client/appointments')).appointmentsOf(transport), 'slots', 'book', 'mine', 'move', 'cancel', 'board'),
    feedback: lateCalls(async () => (await import('@motcua/portal-client/feedback')).feedbackOf(transport), 'rating', 'rate', 'list', 'get', 'send', 'add'),
    statistics: lateCalls(async () => (await import('@motcua/portal-client/statistics')).statisticsOf(transport), 'get'),
    signing: lateCalls(async () => (await import('@motcua/portal-client/signing')).signingOf(transport), 'look', 'file', 'begin', 'check', 'cancel'),
  }
}
