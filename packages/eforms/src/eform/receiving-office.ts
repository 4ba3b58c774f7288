import type { Procedure, ReceivingBody } from '@motcua/schemas/definition'
import type { CommuneInfo } from '../services/contract.ts'

/** Offices of a commune by their Vietnamese names, which no language translates; the people's committee is named by the commune itself. */
const OFFICES: Readonly<Record<Exclude<ReceivingBody, 'commune-people-committee'>, string>> = {
  'commune-police': 'Công an',
  'commune-business-registration': 'Cơ quan đăng ký kinh doanh',
}

/**
 * Whom the request is addressed to: "Công an xã Mỹ Thuận".
 *
 * @example
 * receivingOffice(procedure, { name: 'Xã Mỹ Thuận', agencyName: 'Ủy ban nhân dân xã Mỹ Thuận' })
 */
export function receivingOffice({ receivedBy }: Pick<Procedure, 'receivedBy'>, { name, agencyName }: Pick<CommuneInfo, 'name' | 'agencyName'>): string {
  const body = receivedBy?.body ?? 'commune-people-committee'
  return body === 'commune-people-committee' ? agencyName : `${OFFICES[body]} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** Whether the one-door desk of the commune, its address and hours, is where this body receives. The police has its own. */
export function isReceivedAtDesk({ receivedBy }: Pick<Procedure, 'receivedBy'>): boolean { return receivedBy?.body !== 'commune-police' }
