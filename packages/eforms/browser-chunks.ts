import type { OutputChunk, OutputOptions } from 'rolldown'

/** Before it is minified. */
const SCRAP_CHARACTERS = 2500

/** Entries by the name of what wants them. */
export type Parts = Readonly<Record<string, readonly string[]>>

/**
 * Places modules by what a page wants at once, given the chunks that the bundler makes of itself. One chunk for every set of
 * lazy imports that shares a module, as bundlers make them, would be dozens, and each is compressed without knowing the
 * others. The first part, which most pages want, comes in two: what it alone needs at once, and what it has in common with
 * other parts. Scraps of what every one of its pages wants `later` lie with them, rather than being a request each. The rest of
 * what is wanted later lies in one chunk for each, and one more for each set of parts that shares some of it, as what other parts
 * share lies. Everything else stays where the bundler put it.
 */
export function chunksByPart(parts: Parts, { later, seldom }: { later: Parts; seldom: Parts }, chunks: readonly OutputChunk[]): OutputOptions['codeSplitting'] {
  const filesByName = (wanted: Parts) => Object.entries(wanted).map(([name, entries]) => ({ name, files: new Set(filesOf(entries, chunks)) }))
  const [first, ...others] = filesByName(parts)
  const [laters, seldoms] = [filesByName(later), filesByName(seldom)]
  const place = new Map<string, string>()
  for (const { fileName, moduleIds, code } of chunks) {
    const wanting = (all: typeof others): string[] => all.filter(({ files }) => files.has(fileName)).map(({ name }) => name)
    const sharing = wanting(others)
    const when = wanting([...laters, ...seldoms]).slice(0, 1)
    const isFirst = first?.files.has(fileName) || (code.length < SCRAP_CHARACTERS && wanting(laters).length > 0)
    const name = isFirst ? (sharing.length > 0 ? 'common' : first?.name) : when.length > 0 || sharing.length > 1 ? [...sharing, ...when].join('-') : undefined
    if (name) for (const module of moduleIds) place.set(module, name)
  }
  return { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name: (module) => place.get(module) ?? null }] }
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
    for (const next of byName.get(file)?.imports ?? []) reach(next)
  }
  for (const module of modules) {
    const holders = chunks.filter(({ facadeModuleId, moduleIds }) => facadeModuleId === module || moduleIds.includes(module))
    if (holders.length === 0) throw new Error(`build-browser: no chunk for ${module}`)
    for (const { fileName } of holders) reach(fileName)
  }
  return [...found].toSorted()
}
