import type { Method } from './keystrokes.ts'
import type { Step } from './step.ts'
import type { Style } from './typing-styles.ts'
import records from './traces.json' with { type: 'json' }

/**
 * What one method does for a few keys, with where that is written down: `basis` says whether it was recorded by us
 * (`npm run input-methods -- --record`), or whether a maintainer's source code, somebody's log of a device, or a description stands behind it.
 */
export interface Trace {
  name: string
  tool: string
  source: string
  basis: string
  steps: readonly Step[]
  /** What changed the text of the box while it was recorded in Chromium: events without where the page hears of keys. */
  events?: readonly string[]
  /** What then stands in an empty box. */
  value: string
  /** For traces that the model must give too. */
  typed?: { style: Style; method: Method; keys: string }
}

export const TRACES: readonly Trace[] = records.map(({ name, tool, source, basis, steps, events, value, style, method, keys }) => ({
  name, tool, source, basis, value, ...(events && { events }), steps: steps.map(parseStep), ...(isTyped({ style, method, keys }) && { typed: { style, method, keys } as Trace['typed'] }),
}))

function isTyped({ style, method, keys }: { style?: string; method?: string; keys?: string }): boolean { return style !== undefined && method !== undefined && keys !== undefined }

/** `key a`, `process Process`, `compose Vi`, `commit Việt`, `select-left 2`, `paste à`. */
function parseStep(text: string): Step {
  const [, verb, rest = ''] = /^([a-z-]+) ([^]*)$/.exec(text) ?? []
  switch (verb) {
    case 'key': case 'process': return { do: verb, key: rest }
    case 'compose': case 'commit': case 'paste': return { do: verb, text: rest }
    case 'select-left': return { do: verb, count: Number(rest) }
    default: throw new TypeError(`Expected an act of an input method, such as "key a"; got "${text}".`)
  }
}
