import { join } from 'node:path'
import { rolldown, RUNTIME_MODULE_ID } from 'rolldown'
import type { InputOptions, OutputOptions } from 'rolldown'

/** What a page may want at once, by name: the modules it starts from, below `cwd`. */
export type Parts = Readonly<Record<string, readonly string[]>>
type Input = InputOptions & { cwd: string }
/** What stands in a bundle of these entries alone, and which modules it may ask for later. */
interface Bundled { modules: readonly string[]; later: readonly string[] }

/**
 * Groups modules by the parts of the page that need them at once. A chunk for every set of lazy imports that shares a
 * module, as bundlers make them, would be dozens, and each is compressed without knowing the others. The first part, which
 * most pages want, comes in two: what it alone needs at once, and what it has in common with the others.
 */
export async function chunksByPart(parts: Parts, input: Input): Promise<OutputOptions['codeSplitting']> {
  const atOnce = new Map<string, Set<string>>()
  const later = new Map<string, Set<string>>()
  const asked = new Set<string>()
  const ask = async (part: string, entry: string): Promise<void> => {
    if (asked.has(`${part} ${entry}`)) return
    asked.add(`${part} ${entry}`)
    const bundled = await bundleAlone([entry], input)
    for (const module of bundled.modules) note(later, module, part)
    for (const next of bundled.later) await ask(part, next)
  }
  for (const [part, entries] of Object.entries(parts)) {
    const bundled = await bundleAlone(entries.map((entry) => join(input.cwd, entry)), input)
    for (const module of bundled.modules) note(atOnce, module, part)
    for (const next of bundled.later) await ask(part, next)
  }
  const [first = ''] = Object.keys(parts)
  const name = (module: string): string | null => {
    const users = atOnce.get(module)
    if (module === RUNTIME_MODULE_ID || (users?.has(first) && users.size > 1)) return 'common'
    if (!users) return null
    // What the first part may want later must not bring another part with it: the bundler finds a place.
    return users.has(first) || !later.get(module)?.has(first) ? [...users].join('-') : null
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name }] }
}

function note(users: Map<string, Set<string>>, module: string, part: string): void {
  users.set(module, (users.get(module) ?? new Set()).add(part))
}

async function bundleAlone(entries: readonly string[], input: Input): Promise<Bundled> {
  const start = '\0part'
  const later = new Set<string>()
  const alone = await rolldown({
    ...input,
    input: start,
    preserveEntrySignatures: 'strict',
    plugins: [input.plugins, {
      name: 'part-alone',
      async resolveId(id, importer, { kind }) {
        if (id === start) return id
        if (kind !== 'dynamic-import') return undefined
        const found = await this.resolve(id, importer)
        if (found) later.add(found.id)
        return { id, external: true }
      },
      load: (id) => (id === start ? entries.map((entry, index) => `export * as part${index} from ${JSON.stringify(entry)}`).join('\n') : undefined),
    }],
  })
  const { output: [chunk] } = await alone.generate({ format: 'esm' })
  await alone.close()
  return { modules: Object.keys(chunk.modules).filter((module) => module !== start), later: [...later] }
}
