import type { Prefill } from '@motcua/form-core'
import type { EformFlow } from '../eform/flow.ts'
import type { PortalServices } from '../services/services.ts'
import { PrefillOffer } from './offer.ts'

/**
 * Fills in what the identity provider vouches for of who is signed in, and offers to ask the population database and their
 * earlier dossiers. A chunk of its own: it comes after signing in. Nothing of the offer is done before the person says so.
 */
export async function prefillKnownPerson(flow: EformFlow): Promise<void> {
  const { opened } = flow
  const portal = opened?.services.portal
  if (!opened || !portal?.session()) return
  const isLate = flow.lateness()
  const person = await personOf(portal)
  if (isLate()) return
  if (person) opened.form.prefill(person)
  if (flow.offer?.opened === opened) return
  // Where the form is loaded anew because it has changed, its answers are there already: nobody is asked twice.
  flow.offer = new PrefillOffer(flow, opened, flow.offer ? undefined : portal.prefill?.bind(portal))
}

async function personOf(portal: PortalServices): Promise<Prefill | undefined> {
  const person = await portal.me().catch(() => undefined)
  if (!person) return undefined
  const { fullName, birthDate, personalId, sex, phone, email } = person
  return { source: 'identity-provider', claims: { fullName, birthDate, personalId, ...(sex && { sex }), ...(phone && { phone }), ...(email && { email }) } }
}
