import type { OutputChunk, OutputOptions } from 'rolldown'

/** Before it is minified. */
const SCRAP_CHARACTERS = 2500

/** Entries by the name of what wants them. */
export type Parts = Readonly<Record<string, readonly string[]>>

/**
 * Places modules by when a page of one part wants them, given the chunks that the bundler makes of itself. One chunk for every
 * set of lazy imports that shares a module, as bundlers make them, would be dozens, and each is compressed without knowing the
 * others. What the part needs at once lies in one chunk, with scraps of what it wants `later`, which would be a request each and
 * tie one late chunk to another. The rest of that lies in one chunk for each; everything else stays where the bundler put it.
 */
export function chunksOfPart(part: string, entries: readonly string[], later: Parts, chunks: readonly OutputChunk[]): OutputOptions['codeSplitting'] {
  const atOnce = new Set(filesOf(entries, chunks))
  const laters = Object.entries(later).map(([name, wanted]) => ({ name, files: new Set(filesOf(wanted, chunks)) }))
  const place = new Map<string, string>()
  for (const { fileName, moduleIds, code } of chunks) {
    const when = laters.find(({ files }) => files.has(fileName))?.name
    const name = atOnce.has(fileName) || (when && code.length < SCRAP_CHARACTERS) ? part : when
    if (name) for (const module of moduleIds) place.set(module, name)
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: part, name: (module) => place.get(module) ?? null }] }
}

/**
 * Places modules of parts of equal rank: in one chunk what most of them want, and scraps of what some share that bring nothing
 * else along. Everything else stays where the bundler put it.
 */
export function chunksInCommon(parts: Parts, chunks: readonly OutputChunk[]): OutputOptions['codeSplitting'] {
  const wants = Object.values(parts).map((entries) => new Set(filesOf(entries, chunks)))
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const isCommon = (file: string): boolean => {
    const chunk = byName.get(file)
    const wanting = wants.filter((files) => files.has(file)).length
    return wanting > wants.length / 2 || (wanting > 1 && chunk !== undefined && chunk.code.length < SCRAP_CHARACTERS && chunk.imports.every(isCommon))
  }
  const modules = new Set(chunks.filter(({ fileName }) => isCommon(fileName)).flatMap(({ moduleIds }) => moduleIds))
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'apart', name: (module) => (modules.has(module) ? 'apart' : null) }] }
}

/** The files that modules stand in, with what those import at once. */
export function filesOf(modules: readonly string[], chunks: readonly OutputChunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<string>()
  const reach = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    // What was built apart is imported by its address.
    for (const next of byName.get(file)?.imports ?? []) reach(next.replace(/^\.\//, ''))
  }
  for (const module of modules) {
    const holders = chunks.filter(({ facadeModuleId, moduleIds }) => facadeModuleId === module || moduleIds.includes(module))
    if (holders.length === 0) throw new Error(`build-browser: no chunk for ${module}`)
    for (const { fileName } of holders) reach(fileName)
  }
  return [...found].toSorted()
}
