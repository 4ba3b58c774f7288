import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { build } from 'esbuild'
import type { BuildOptions, Metafile, Plugin } from 'esbuild'

/**
 * Writes `dist/browser/`: `motcua.js` with its chunks, `motcua.single.js` that imports nothing, `definitions/`, and
 * `manifest.json` with the SRI hash and the size of every script.
 */
const here = import.meta.dirname
const target = join(here, 'dist/browser')
// A build that fails leaves the last good one where it is served from.
const out = join(here, 'dist/browser.next')

/** Templates keep their layout otherwise; outside of them indentation means nothing. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  setup: ({ onLoad }) => {
    onLoad({ filter: /packages\/eforms\/src\/.*\.ts$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replace(/\n {2,}/g, '\n'), loader: 'ts' }))
  },
}

const common: BuildOptions = {
  absWorkingDir: here, bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', charset: 'utf8', metafile: true, logLevel: 'warning',
  conditions: ['@motcua/source'], define: { 'process.env.NODE_ENV': '"production"' }, outdir: out, plugins: [withoutIndentation],
}

await rm(out, { recursive: true, force: true })
/** Stands in the loader until the chunks have their names and hashes. */
const FILES_PLACE = '"@@motcua-files@@"'

const [chunked] = await Promise.all([
  build({ ...common, entryPoints: { motcua: 'src/browser/motcua.ts' }, splitting: true, chunkNames: '[name]-[hash]', define: { ...common.define, MOTCUA_FILES: FILES_PLACE } }),
  build({ ...common, entryPoints: { 'motcua.single': 'src/define.ts' } }),
  writeDefinitions(),
])
await removeOrphans(chunked.metafile?.outputs ?? {})
await nameFiles(chunked.metafile?.outputs ?? {})
await writeManifest()
await rm(target, { recursive: true, force: true })
await rename(out, target)

/** A lazy import in code that nothing uses still gives a chunk; it would only be dead weight on the server. */
async function removeOrphans(outputs: Metafile['outputs']): Promise<void> {
  const name = (path: string): string => basename(path)
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [name(path), output]))
  const reached = new Set<string>()
  const reach = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { path } of byName.get(file)?.imports ?? []) reach(name(path))
  }
  reach('motcua.js')
  for (const file of byName.keys()) if (!reached.has(file)) await rm(join(out, file))
}

/** Tells the loader which files each part needs at once: its own static imports, and for the eForm those of its services. */
async function nameFiles(outputs: Metafile['outputs']): Promise<void> {
  const entryOf = (source: string): string => Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source) ?? fail(`no chunk for ${source}`)
  const closure = (path: string, found = new Set<string>()): Set<string> => {
    if (found.has(path)) return found
    found.add(path)
    for (const imported of outputs[path]?.imports ?? []) if (imported.kind === 'import-statement') closure(imported.path, found)
    return found
  }
  const parts: Record<string, string[]> = {
    eform: ['src/elements/eform/define.ts', 'src/services/default-services.ts'],
    panels: ['src/browser/panels.ts', 'src/services/default-services.ts'],
    fields: ['src/browser/fields.ts'],
  }
  const files = await Promise.all(Object.entries(parts).map(async ([part, sources]) => {
    const names = [...new Set(sources.flatMap((source) => [...closure(entryOf(source))].map((path) => basename(path))))].toSorted()
    return [part, await Promise.all(names.map(async (name) => [name, sha384(await readFile(join(out, name)))] as const))] as const
  }))
  const loader = join(out, 'motcua.js')
  const text = await readFile(loader, 'utf8')
  if (!text.includes(FILES_PLACE)) fail('the loader has lost the place for its files')
  await writeFile(loader, text.replaceAll(FILES_PLACE, JSON.stringify(Object.fromEntries(files))))
}

function sha384(bytes: Uint8Array): string { return createHash('sha384').update(bytes).digest('base64') }
function fail(message: string): never { throw new Error(`build-browser: ${message}`) }

async function writeDefinitions(): Promise<void> {
  for (const [path, text] of readDefinitionFiles({ generatedAt: new Date().toISOString() })) {
    const file = join(out, 'definitions', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function writeManifest(): Promise<void> {
  const names = (await readdir(out)).filter((name) => name.endsWith('.js')).toSorted()
  const files = await Promise.all(names.map(async (name) => {
    const bytes = await readFile(join(out, name))
    return [name, { integrity: `sha384-${sha384(bytes)}`, bytes: bytes.length, brotliBytes: brotliCompressSync(bytes).length }] as const
  }))
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ files: Object.fromEntries(files) }, undefined, 2)}\n`)
}
