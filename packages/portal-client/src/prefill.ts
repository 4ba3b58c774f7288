import type { JsonValue } from '@motcua/core/json'
import type { components } from './generated/portal.ts'
import { list, matching, object, oneOf, optional, text, type Shape } from './shape.ts'
import { named } from './shapes.ts'
import type { CallOptions, Transport } from './transport.ts'

type Schemas = components['schemas']

/** A definition by its hash, the commune, and the sources that the person agreed to. It names no person. */
export type PrefillRequest = Schemas['PrefillRequest']
/** An answer that the person may take over, and where it comes from. */
export interface Proposal extends Omit<Schemas['Proposal'], 'value'> { value: JsonValue }
/** What may be filled in, and what came of asking each source. */
export interface PrefillAnswer extends Omit<Schemas['PrefillAnswer'], 'proposals'> { proposals: Proposal[] }

const given: Shape = (value, pointer) => (value === undefined ? { pointer, expected: 'a value' } : null)
const source = oneOf('identity-provider', 'population-database', 'earlier-dossier')
const PREFILL = named<PrefillAnswer>('PrefillAnswer', object({
  requestId: text,
  proposals: list(object({
    pointer: matching(/^\//), value: given, source, asOf: optional(matching(/^\d{4}-\d{2}-\d{2}$/)), locked: oneOfBoolean, together: optional(text),
  })),
  // A newer gateway may have more to say of a source; what is not known reads as nothing found.
  sources: list(object({ source, outcome: text })),
}))

/**
 * Asks what may be filled in for the person who is signed in. One attempt: a look-up is recorded each time, and filling in by
 * hand waits for nobody. Ask only when the person has said so.
 *
 * @throws PortalSessionExpiredError, PortalProblemError (such as `definition-changed`), PortalUnreachableError (also when one has asked too often)
 * @example
 * const { prefillOf } = await import('@motcua/portal-client/prefill')
 * const { proposals } = await prefillOf(client.transport)({ procedure: entry, commune: '30838', sources: ['population-database'] })
 */
export function prefillOf(transport: Transport): (request: PrefillRequest, options?: CallOptions) => Promise<PrefillAnswer> {
  return (request, options) => transport.json(PREFILL, { method: 'POST', path: 'v1/prefill', bearer: true, json: request, attempts: 'once' }, options)
}

function oneOfBoolean(value: unknown, pointer: string): ReturnType<Shape> {
  return typeof value === 'boolean' ? null : { pointer, expected: 'true or false' }
}
