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
 * module, as bundlers make them, would be dozens, and each is compressed without knowing the others.
 */
export async function chunksByPart(parts: Parts, input: Input): Promise<OutputOptions['codeSplitting']> {
  const atOnce = new Map<string, string[]>()
  const later = new Map<string, { modules: readonly string[]; parts: Set<string> }>()
  const ask = async (part: string, entries: readonly string[]): Promise<void> => {
    for (const entry of entries) {
      const known = later.get(entry) ?? { modules: [], parts: new Set() }
      if (known.parts.has(part)) continue
      later.set(entry, known)
      known.parts.add(part)
      const bundled = await bundleAlone([entry], input)
      known.modules = bundled.modules
      await ask(part, bundled.later)
    }
  }
  for (const [part, entries] of Object.entries(parts)) {
    const bundled = await bundleAlone(entries.map((entry) => join(input.cwd, entry)), input)
    for (const module of bundled.modules) atOnce.set(module, [...atOnce.get(module) ?? [], part])
    await ask(part, bundled.later)
  }
  // What is asked for later must not bring a part that is not on the page: such a module goes where the bundler sees fit.
  for (const { modules, parts: askedBy } of later.values()) {
    for (const module of modules) if (![...askedBy].every((part) => atOnce.get(module)?.includes(part))) atOnce.delete(module)
  }
  atOnce.set(RUNTIME_MODULE_ID, Object.keys(parts))
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name: (module) => atOnce.get(module)?.join('-') ?? null }] }
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
