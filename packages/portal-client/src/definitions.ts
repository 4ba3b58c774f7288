import { assembleDefinition } from '@motcua/schemas/served'
import { PortalDefinitionHashError } from './errors.ts'
import type { FilingClient } from './filing.ts'
import { pathSegment } from './path-segment.ts'
import { sha256Hex } from './sha256.ts'
import { DEFINITION_INDEX, SERVED_DEFINITION } from './shapes.ts'
import { parseJson, readShape, type Answer, type CallOptions, type Transport } from './transport.ts'

export function definitionsOf(transport: Transport): FilingClient['definitions'] {
  // Addresses are built from hashes, not read from `path`: an index cannot point the page somewhere else.
  const fetchChecked = async (what: string, segments: readonly string[], sha256: string, call: CallOptions | undefined): Promise<Answer> => {
    const path = `definitions/${[...segments, `${sha256}.json`].map(pathSegment).join('/')}`
    const answer = await transport.send({ method: 'GET', path, cache: 'default' }, call)
    const found = await sha256Hex(new Uint8Array(answer.bytes))
    if (found !== sha256) {
      throw new PortalDefinitionHashError(`${what} has hash ${found}, expected ${sha256}: it was changed on the way, load the index again`, { correlationId: answer.correlationId })
    }
    return answer
  }
  const open: FilingClient['definitions']['open'] = ({ slug, effectiveFrom, sha256, firstParts }, { language, ...call } = {}) => assembleDefinition({
    text: fetchChecked(`the definition of ${slug}`, [slug, effectiveFrom], sha256, call).then((main) => {
      readShape(SERVED_DEFINITION, parseJson(main), main.correlationId)
      return new TextDecoder().decode(main.bytes)
    }),
    ahead: firstParts, language,
    readPart: async (part) => parseJson(await fetchChecked(`a part of the definition of ${slug}`, ['parts'], part.sha256, call)),
  })
  return {
    async list({ on, ...call } = {}) {
      const query = on === undefined ? '' : `?${new URLSearchParams({ on }).toString()}`
      return (await transport.json(DEFINITION_INDEX, { method: 'GET', path: `definitions/index.json${query}`, cache: 'default' }, call)).definitions
    },
    open,
    async get(entry, call) {
      const { definition, learn } = await open(entry, { ...call, language: 'en' })
      await learn()
      return definition
    },
  }
}
