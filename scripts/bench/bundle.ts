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

/** The page of a column, and the bytes (brotli) of its form alone: no model, no glue. */
export async function bundleColumn(column: Column): Promise<{ page: BuiltPage; formBytes: number; styleBytes: number }> {
  const form = join(HERE, 'forms', column.form)
  const options = { ...common, nodePaths: [...installColumn(column), join(EFORMS, 'node_modules')], alias: { 'bench-form': form }, plugins: [withoutIndentation] }
  const page = pageOf(await build({ ...options, entryPoints: { page: join(HERE, 'page.ts') } }))
  const alone = pageOf(await build({ ...options, stdin: { contents: "import { mount } from 'bench-form'; globalThis.mount = mount", resolveDir: HERE, sourcefile: 'page.js' } }), 'stdin')
  return { page, formBytes: weigh(alone, alone.scripts), styleBytes: weigh(alone, alone.styles) }
}

/** Bytes (brotli) of the loader, of the eForm before anything is asked of it, and with what pages, drafts and the summary need. */
export async function weighEform(): Promise<{ loader: number; upFront: number; whole: number }> {
  const eform = { ...common, plugins: [withoutIndentation], absWorkingDir: EFORMS }
  const upFront = pageOf(await build({ ...eform, entryPoints: { page: 'src/elements/eform/define.ts' } }))
  // How filing ends, what follows it, uploads, data and other languages are chunks of their own.
  const leftOut: Plugin = {
    name: 'left-out',
    setup: ({ onResolve }) => { onResolve({ filter: /\/(uploads|panels|generated)\/|\/(upload|hand-off-view|portal-services|en)\.ts$/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)) },
  }
  const whole = pageOf(await build({ ...eform, plugins: [leftOut, ...eform.plugins], entryPoints: { page: 'src/elements/eform/define.ts' } }))
  return { loader: builtLoaderBytes(), upFront: weigh(upFront, upFront.scripts), whole: weigh(whole, [...whole.files.keys()]) }
}

/** The loader as it is served: with the name and hash of every chunk, which only the real build knows. */
function builtLoaderBytes(): number {
  execFileSync(process.execPath, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: EFORMS, stdio: ['ignore', 'ignore', 'inherit'] })
  return brotliCompressSync(readFileSync(join(EFORMS, 'dist/browser/motcua.js'))).length
}

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
