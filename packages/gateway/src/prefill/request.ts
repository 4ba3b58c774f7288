import type { JsonObject } from '@motcua/core/json'
import { Members } from '../http/body.ts'
import { PREFILL_SOURCES, type PrefillSource } from './proposals.ts'

/** What a page asks for: a definition by its hash, where it is filed, and which sources the person agreed to. */
export interface PrefillRequest {
  procedure: { slug: string; effectiveFrom: string; sha256: string }
  commune: string
  sources: readonly PrefillSource[]
}

/** Reads the body; it names no person, so that nobody can ask about another. Throws `bad-request`. */
export function parsePrefillRequest(body: JsonObject): PrefillRequest {
  const members = new Members(body)
  const procedure = members.members('procedure')
  const asked = members.has('sources') ? members.someOf('sources', PREFILL_SOURCES) : PREFILL_SOURCES
  return {
    procedure: {
      slug: procedure.text('slug', { maxLength: 100 }), effectiveFrom: procedure.text('effectiveFrom', { pattern: /^\d{4}-\d{2}-\d{2}$/ }),
      sha256: procedure.text('sha256', { pattern: /^[0-9a-f]{64}$/ }),
    },
    commune: members.text('commune', { pattern: /^[0-9]{5}$/ }),
    sources: PREFILL_SOURCES.filter((source) => asked.includes(source)),
  }
}
