import type { Form, Prefill } from '@motcua/form-core'
import type { EformFlow } from '../eform/flow.ts'
import type { PortalServices } from '../services/services.ts'
import { fieldsOf } from './fields-of.ts'
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
  if (person) opened.form.prefill(takenWhole(person, opened.form))
  if (flow.offer?.opened === opened) return
  // Where the form is loaded anew because it has changed, its answers are there already: nobody is asked twice.
  flow.offer = new PrefillOffer(flow, opened, flow.offer ? undefined : portal.prefill?.bind(portal))
}

/**
 * Of some people the provider knows no more than the year they were born in. Where the form asks for the day that would lock a
 * question that nobody could answer: it stays open, for the person or a source that knows.
 */
function takenWhole({ claims: { birthDate, ...claims }, source }: Prefill, { definition }: Form): Prefill {
  const isWhole = typeof birthDate === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  const asksForDay = fieldsOf(definition).some(({ prefill, field }) => prefill === 'birthDate' && field === 'date')
  return { source, claims: { ...claims, ...(birthDate !== undefined && (isWhole || !asksForDay) && { birthDate }) } }
}

async function personOf(portal: PortalServices): Promise<Prefill | undefined> {
  const person = await portal.me().catch(() => undefined)
  if (!person) return undefined
  const { fullName, birthDate, personalId, sex, phone, email } = person
  return { source: 'identity-provider', claims: { fullName, birthDate, personalId, ...(sex && { sex }), ...(phone && { phone }), ...(email && { email }) } }
}
