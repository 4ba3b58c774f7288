import type { PortalClient } from './client.ts'
import { PortalDefinitionHashError } from './errors.ts'
import { pathSegment } from './path-segment.ts'
import { sha256Hex } from './sha256.ts'
import { DEFINITION_INDEX, FORM_DEFINITION } from './shapes.ts'
import { parseJson, readShape, type Transport } from './transport.ts'

export function definitionsOf(transport: Transport): PortalClient['definitions'] {
  return {
    async list({ on, ...call } = {}) {
      const query = on === undefined ? '' : `?${new URLSearchParams({ on }).toString()}`
      return (await transport.json(DEFINITION_INDEX, { method: 'GET', path: `definitions/index.json${query}`, cache: 'default' }, call)).definitions
    },
    async get({ slug, effectiveFrom, sha256 }, call) {
      // Built from the key, not from `path`: an index cannot point the page somewhere else.
      const path = `definitions/${[slug, effectiveFrom, `${sha256}.json`].map(pathSegment).join('/')}`
      const answer = await transport.send({ method: 'GET', path, cache: 'default' }, call)
      const found = await sha256Hex(new Uint8Array(answer.bytes))
      if (found !== sha256) {
        throw new PortalDefinitionHashError(`the definition of ${slug} has hash ${found}, expected ${sha256}: it was changed on the way, load the index again`, { correlationId: answer.correlationId })
      }
      return readShape(FORM_DEFINITION, parseJson(answer), answer.correlationId)
    },
  }
}
