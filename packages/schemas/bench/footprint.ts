import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { DEFINITION_INDEX, firstTexts } from '@motcua/schemas/definitions'
import { build, type BuildOptions } from 'esbuild'
import type { Measured } from './measured.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const CONDITION = '@motcua/source'

/** What the schemas weigh on the wire and in a bundle, and how long their tools take to start. */
export async function measureFootprint(): Promise<Measured[]> {
  const subpaths = await Promise.all(DEFINITION_INDEX.map(async ({ slug }) => ({ slug, kb: await subpathKb(slug) })))
  const weighed = DEFINITION_INDEX.map((entry) => ({ slug: entry.slug, each: firstTexts(entry, 'vi').map(gzipKb) }))
  const mains = weighed.map(({ slug, each: [kb = 0] }) => ({ slug, kb }))
  const totals = weighed.map(({ slug, each }) => ({ slug, kb: each.reduce((sum, kb) => sum + kb, 0) }))
  return [
    { ...heaviest('zod subpath above zod itself', subpaths), unit: 'kB gzip', most: 15 },
    { ...heaviest('definition, its main file', mains), unit: 'kB gzip', most: 10 },
    { ...heaviest('definition with all that comes before its first page in Vietnamese, shared tables included', totals), unit: 'kB gzip' },
    { name: '`motcua check` on the whole tree', value: seconds(['packages/cli/src/bin.ts', 'check']), unit: 's', most: 5 },
    { name: 'catalogue, from import to the first find', value: await startMs(), unit: 'ms', most: 50 },
  ]
}

function heaviest(name: string, weighed: ReadonlyArray<{ slug: string; kb: number }>): { name: string; value: number } {
  const [most] = weighed.toSorted((a, b) => b.kb - a.kb)
  return { name: `${name}, heaviest of ${weighed.length} (${most?.slug})`, value: most?.kb ?? 0 }
}

function gzipKb(text: string | Uint8Array): number { return gzipSync(text, { level: 9 }).length / 1000 }

async function bundle(contents: string, options: BuildOptions = {}): Promise<Uint8Array> {
  const { outputFiles = [] } = await build({
    stdin: { contents, resolveDir: path.join(ROOT, 'packages/cli'), loader: 'ts' }, conditions: [CONDITION], bundle: true, minify: true, format: 'esm', write: false, ...options,
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

async function subpathKb(slug: string): Promise<number> {
  return gzipKb(await bundle(`export { answersSchema, parseAnswers } from '@motcua/schemas/${slug}'`, { external: ['zod'] }))
}

function seconds(args: readonly string[]): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [`--conditions=${CONDITION}`, ...args], { cwd: ROOT })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return (performance.now() - start) / 1000
}

/** As an agency's program loads it: one file, in a process of its own; the quickest of some runs, since others use the machine too. */
async function startMs(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-start-'))
  try {
    await build({ stdin: { contents: "export { catalogue } from '@motcua/schemas/catalogue'", resolveDir: path.join(ROOT, 'packages/cli') }, conditions: [CONDITION], bundle: true, splitting: true, format: 'esm', outdir: folder, outExtension: { '.js': '.mjs' } })
    const code = `const start = performance.now()\nconst { catalogue } = await import(${JSON.stringify(path.join(folder, 'stdin.mjs'))})\ncatalogue.find('1.001193', { on: '2026-11-21' })\nconsole.log(performance.now() - start)`
    const runs = Array.from({ length: 5 }, () => Number(spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout))
    return Math.min(...runs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
