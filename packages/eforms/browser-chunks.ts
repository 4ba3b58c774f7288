import { RUNTIME_MODULE_ID } from 'rolldown'
import type { OutputChunk, OutputOptions } from 'rolldown'

/** Before it is minified. */
const SCRAP_CHARACTERS = 2500

/**
 * Places modules by what a page wants at once, given the chunks that the bundler makes of itself. One chunk for every set of
 * lazy imports that shares a module, as bundlers make them, would be dozens, and each is compressed without knowing the
 * others. The first part, which most pages want, comes in two: what it alone needs at once, and what it has in common with
 * other parts. Scraps of what a page wants `later` lie with them, rather than being a request each. Everything else stays where
 * the bundler put it.
 */
export function chunksByPart([first, ...others]: ReadonlyArray<readonly string[]>, chunks: readonly OutputChunk[], later: ReadonlyArray<readonly string[]>): OutputOptions['codeSplitting'] {
  const [own, ...theirs] = [first ?? [], ...others].map((entries) => new Set(filesOf(entries, chunks)))
  const laters = new Set(later.flatMap((entries) => filesOf(entries, chunks)))
  const place = new Map<string, string>([[RUNTIME_MODULE_ID, 'common']])
  for (const { fileName, moduleIds, code } of chunks) {
    if (!own?.has(fileName) && !(laters.has(fileName) && code.length < SCRAP_CHARACTERS)) continue
    const name = theirs.some((files) => files.has(fileName)) ? 'common' : 'eform'
    for (const module of moduleIds) place.set(module, name)
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name: (module) => place.get(module) ?? null }] }
}

/** The files that modules stand in, with what those import at once. */
export function filesOf(modules: readonly string[], chunks: readonly OutputChunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<string>()
  const reach = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const next of byName.get(file)?.imports ?? []) reach(next)
  }
  for (const module of modules) {
    const holders = chunks.filter(({ facadeModuleId, moduleIds }) => facadeModuleId === module || moduleIds.includes(module))
    if (holders.length === 0) throw new Error(`build-browser: no chunk for ${module}`)
    for (const { fileName } of holders) reach(fileName)
  }
  return [...found].toSorted()
}
