import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import type { BuildOptions, Metafile, Plugin } from 'esbuild'
import { ROOT } from '../workspace.ts'
import { installColumn } from './columns.ts'
import type { Column } from './columns.ts'

export interface BuiltFile { bytes: Buffer; brotli: Buffer }
/** A built page: its files by name and those the browser is told of in the markup. */
export interface BuiltPage { files: Map<string, BuiltFile>; scripts: string[]; styles: string[] }

const HERE = import.meta.dirname
const EFORMS = join(ROOT, 'packages/eforms')

const common = {
  bundle: true, write: false, splitting: true, format: 'esm', target: 'es2022', minify: true, metafile: true, legalComments: 'none', charset: 'utf8', outdir: '/out', logLevel: 'error',
  conditions: ['@motcua/source'], define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
} satisfies BuildOptions

/** As the package's own browser build does: indentation in templates means nothing. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  setup: ({ onLoad }) => {
    onLoad({ filter: /packages\/eforms\/src\/.*\.ts$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replace(/\n {2,}/g, '\n'), loader: 'ts' }))
  },
}

/** Schemas and definitions are data that a server sends: they are weighed in no column. */
const withoutModel: Plugin = { name: 'without-model', setup: ({ onResolve }) => { onResolve({ filter: /\/model(-definition)?\.ts$/ }, ({ path, importer }) => (importer.includes('/forms/') ? { path, external: true } : undefined)) } }

/** The page of a column, and the bytes (brotli) of its form alone. */
export async function bundleColumn(column: Column): Promise<{ page: BuiltPage; formBytes: number; styleBytes: number }> {
  const form = join(HERE, 'forms', column.form)
  const options = { ...common, nodePaths: [...installColumn(column), join(EFORMS, 'node_modules')], alias: { 'bench-form': form }, plugins: [withoutIndentation] }
  const page = pageOf(await build({ ...options, entryPoints: { page: join(HERE, 'page.ts') } }))
  const alone = pageOf(await build({ ...options, plugins: [withoutModel, ...options.plugins], stdin: { contents: "import { mount } from 'bench-form'; globalThis.mount = mount", resolveDir: HERE, sourcefile: 'page.js' } }), 'stdin')
  return { page, formBytes: weigh(alone, alone.scripts), styleBytes: weigh(alone, alone.styles) }
}

/** Bytes (brotli), as built for browsers: the loader, the eForm before anything is asked of it, with the last steps, with places, rows and seldom kinds of field, which every procedure of ours has, with what filing at a gateway needs, and with both. */
export function weighEform(): EformWeights {
  execFileSync(process.execPath, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: EFORMS, stdio: ['ignore', 'ignore', 'inherit'] })
  const { files, parts } = JSON.parse(readFileSync(join(EFORMS, 'dist/browser/manifest.json'), 'utf8')) as BrowserManifest
  const bytes = (...wanted: string[]): number => [...new Set(wanted.flatMap((part) => parts[part] ?? []))].reduce((sum, file) => sum + (files[file]?.brotliBytes ?? 0), 0)
  return { loader: files['motcua.js']?.brotliBytes ?? 0, upFront: bytes('eform'), whole: bytes('eform', 'last-steps'), withSeldom: bytes('eform', 'last-steps', 'seldom'), withPortal: bytes('eform', 'last-steps', 'portal'), withAll: bytes('eform', 'last-steps', 'portal', 'seldom') }
}
export interface EformWeights { loader: number; upFront: number; whole: number; withSeldom: number; withPortal: number; withAll: number }
interface BrowserManifest { files: Readonly<Record<string, { brotliBytes: number }>>; parts: Readonly<Record<string, readonly string[]>> }

/** The probe, as one classic script. */
export async function bundleProbe(): Promise<string> {
  const { outputFiles } = await build({ ...common, splitting: false, format: 'iife', entryPoints: [join(HERE, 'probe.ts')] })
  return outputFiles[0]?.text ?? ''
}

function pageOf({ outputFiles = [], metafile }: { outputFiles?: Array<{ path: string; contents: Uint8Array }>; metafile?: Metafile }, entry = 'page'): BuiltPage {
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), { bytes: Buffer.from(contents), brotli: brotliCompressSync(contents) }]))
  const outputs = new Map(Object.entries(metafile?.outputs ?? {}).map(([path, output]) => [basename(path), output]))
  const scripts = new Set<string>()
  // Static imports are named in the page as any bundler does, so that the browser need not find them one after another.
  const reach = (file: string): void => {
    if (scripts.has(file)) return
    scripts.add(file)
    for (const { kind, path } of outputs.get(file)?.imports ?? []) if (kind === 'import-statement') reach(basename(path))
  }
  reach(`${entry}.js`)
  return { files, scripts: [...scripts], styles: [...files.keys()].filter((name) => name.endsWith('.css')) }
}

function weigh({ files }: BuiltPage, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (files.get(name)?.brotli.length ?? 0), 0)
}
