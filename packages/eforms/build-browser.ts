import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { rolldown } from 'rolldown'
import type { InputOptions, OutputChunk, OutputOptions, Plugin } from 'rolldown'
import { chunksInCommon, chunksOfPart, filesOf } from './browser-chunks.ts'
import type { Parts } from './browser-chunks.ts'

/**
 * Writes `dist/browser/`, or the folder that is named: `motcua.js` with its chunks, `motcua.single.js` that imports nothing,
 * `definitions/`, and `manifest.json` with the SRI hash and the size of every script, and which of them each part needs.
 */
const here = import.meta.dirname
const target = resolve(process.argv[2] ?? join(here, 'dist/browser'))
// A build that fails leaves the last good one where it is served from; two at once do not meet.
const out = `${target}.${process.pid}`

/** Templates keep their layout otherwise; outside of them indentation means nothing. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  transform: { filter: { id: /packages\/eforms\/src\/.*\.ts$/ }, handler: (code) => ({ code: code.replace(/\n {2,}/g, '\n') }) },
}

/** The upload library resolves addresses with a parser of its own, 3 kB for what every browser has. */
const nativeUrl: Plugin = {
  name: 'native-url',
  resolveId: { filter: { id: /^url-parse$/ }, handler: () => '\0native-url' },
  load: { filter: { id: /^\0native-url$/ }, handler: () => 'export default URL' },
}

const common = {
  cwd: here, platform: 'browser', preserveEntrySignatures: false, logLevel: 'warn',
  // What is to come later in one part may be wanted at once in another.
  checks: { ineffectiveDynamicImport: false },
  resolve: { conditionNames: ['@motcua/source', 'browser', 'import', 'default'] },
  transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } }, plugins: [withoutIndentation, nativeUrl],
} satisfies InputOptions
const written: OutputOptions = { dir: out, format: 'esm', minify: true, comments: false, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }

/** What is fetched at once: an element with the services that it is given when a page gives none. */
const PARTS = {
  eform: ['src/elements/eform/define.ts', 'src/services/default-services.ts'],
} as const
/** Built apart, those together that one page may have: a chunk in common with forms would bring most of a form along. */
const APART = [
  { finder: ['src/elements/procedure-finder/define.ts'], guide: ['src/elements/guide/define.ts'], places: ['src/elements/places/define.ts'], dashboard: ['src/elements/dashboard/define.ts', 'src/services/gateway-services.ts'] },
  {
    panels: ['src/browser/panels.ts', 'src/services/gateway-services.ts'],
    sign: ['src/elements/sign/define.ts', 'src/services/gateway-services.ts', 'src/services/portal-services.ts', '../portal-client/src/signing.ts'],
    feedback: ['src/elements/feedback/define.ts', 'src/services/gateway-services.ts'],
  },
  { fields: ['src/browser/fields.ts'] },
  { board: ['src/elements/board/define.ts', 'src/services/gateway-services.ts', 'src/services/portal-services.ts', '../portal-client/src/appointments.ts'] },
] as const
/** What all of them hold in common: every element on a page shares one session. */
const SHARED = { 'page-clients': ['src/services/page-clients.ts'] } as const
/** What is fetched when it is asked for, as far as its weight is watched. */
const LATER = { portal: ['src/services/portal-services.ts'], 'last-steps': ['src/eform/last-steps.ts'] } as const
/** The same for what not every form has, but every procedure of ours. */
const SELDOM = { seldom: ['src/seldom/seldom-views.ts'] } as const
/** Stands in the loader until the chunks have their names and hashes. */
const FILES_PLACE = '@@motcua-files@@'
const FILES_TEXT = new RegExp(`(['"\`])${FILES_PLACE}\\1`, 'g')

await rm(out, { recursive: true, force: true })
const [parts] = await Promise.all([writeParts(), writeSingle(), writeDefinitions()])
await nameFiles(parts)
await writeManifest(parts)
await rm(target, { recursive: true, force: true })
await rename(out, target)

async function writeParts(): Promise<Parts> {
  const shared = await writeApart(SHARED, [], 'allow-extension')
  const apart = await Promise.all(APART.map((together) => writeApart(together, shared)))
  return writeChunks(apart, shared)
}

/**
 * What pages without a form want, or what all share, of which others import what it exports. Their names carry their hashes,
 * so that no page mixes two versions.
 */
async function writeApart(together: Parts, shared: readonly OutputChunk[], preserveEntrySignatures: 'allow-extension' | false = false): Promise<OutputChunk[]> {
  const apart = await rolldown({ ...common, preserveEntrySignatures, plugins: [importedByName(shared), ...common.plugins], input: Object.fromEntries(Object.entries(together).map(([part, [source = '']]) => [part, source])) })
  const { output: asItComes } = await apart.generate({ ...written, minify: false })
  const codeSplitting = chunksInCommon(belowAll(together), chunksOf(asItComes))
  const { output } = await apart.write({ ...written, entryFileNames: '[name]-[hash].js', codeSplitting })
  await apart.close()
  return chunksOf(output)
}

/** Writes the loader with what forms want; gives the files of each part, of those too that were built `apart`. */
async function writeChunks(apart: ReadonlyArray<readonly OutputChunk[]>, shared: readonly OutputChunk[]): Promise<Parts> {
  const input = { ...common, plugins: [importedByName([...apart.flat(), ...shared]), ...common.plugins], input: { motcua: 'src/browser/motcua.ts' }, transform: { ...common.transform, define: { ...common.transform.define, MOTCUA_FILES: JSON.stringify(FILES_PLACE) } } }
  const loader = await rolldown(input)
  const { output: asItComes } = await loader.generate({ ...written, minify: false })
  const codeSplitting = chunksOfPart('eform', belowAll(PARTS).eform ?? [], belowAll({ ...LATER, ...SELDOM }), chunksOf(asItComes))
  const { output } = await loader.write({ ...written, codeSplitting })
  await loader.close()
  const files = (parts: Parts, among: readonly OutputChunk[]): Parts => Object.fromEntries(Object.entries(belowAll(parts)).map(([part, sources]) => [part, filesOf(sources, among)]))
  return Object.assign(files({ ...PARTS, ...LATER, ...SELDOM }, chunksOf(output)), ...APART.map((together, group) => files(together, apart[group] ?? [])))
}

function chunksOf(output: ReadonlyArray<OutputChunk | { type: 'asset' }>): OutputChunk[] { return output.filter((file) => file.type === 'chunk') }

/** The loader imports what was built apart by the name of its file. */
function importedByName(apart: readonly OutputChunk[]): Plugin {
  const names = new Map(apart.flatMap(({ facadeModuleId, fileName, isEntry }) => (isEntry && facadeModuleId ? [[facadeModuleId, fileName] as const] : [])))
  return {
    name: 'imported-by-name',
    async resolveId(source, importer, options) {
      const fileName = names.get((await this.resolve(source, importer, { ...options, skipSelf: true }))?.id ?? '')
      return fileName === undefined ? undefined : { id: `./${fileName}`, external: 'relative' }
    },
  }
}

async function writeSingle(): Promise<void> {
  const single = await rolldown({ ...common, input: { 'motcua.single': 'src/define.ts' } })
  await single.write({ ...written, codeSplitting: false })
  await single.close()
}

/** Tells the loader which files each part needs at once, with hashes as short as they may be. */
async function nameFiles(parts: Parts): Promise<void> {
  const files = await Promise.all(Object.keys(Object.assign({}, PARTS, ...APART)).map(async (part) => (
    [part, await Promise.all((parts[part] ?? []).map(async (name) => [name, digest('sha256', await readFile(join(out, name)))] as const))] as const
  )))
  const loader = join(out, 'motcua.js')
  const text = await readFile(loader, 'utf8')
  const filled = text.replaceAll(FILES_TEXT, () => JSON.stringify(Object.fromEntries(files)))
  if (filled === text) fail('the loader has lost the place for its files')
  await writeFile(loader, filled)
}

function belowAll(parts: Parts): Parts { return Object.fromEntries(Object.entries(parts).map(([part, sources]) => [part, sources.map((source) => join(here, source))])) }
function digest(algorithm: 'sha256' | 'sha384', bytes: Uint8Array): string { return createHash(algorithm).update(bytes).digest('base64') }
function fail(message: string): never { throw new Error(`build-browser: ${message}`) }

async function writeDefinitions(): Promise<void> {
  for (const [path, text] of readDefinitionFiles({ generatedAt: new Date().toISOString() })) {
    const file = join(out, 'definitions', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function writeManifest(parts: Parts): Promise<void> {
  const names = (await readdir(out)).filter((name) => name.endsWith('.js')).toSorted()
  const files = await Promise.all(names.map(async (name) => {
    const bytes = await readFile(join(out, name))
    return [name, { integrity: `sha384-${digest('sha384', bytes)}`, bytes: bytes.length, brotliBytes: brotliCompressSync(bytes).length }] as const
  }))
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ files: Object.fromEntries(files), parts }, undefined, 2)}\n`)
}
