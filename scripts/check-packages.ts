import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { NODE, runStep, type StepResult } from './run-step.ts'
import { ROOT, workspacePackages } from './workspace.ts'

/**
 * What a browser downloads for one job, bundled from the sources as an application would. Ceilings are the "must" of
 * the budget table, or what stands today where that is lower, or where the name says that it misses it; raise one only in a
 * commit that says why.
 */
type Weighed = { code: string } | { file: string } | { /** Of the browser build: everything that these parts need, each file once. */ parts: string[] }
const SIZE_CEILINGS: ReadonlyArray<{ name: string; maxBrotliKb: number } & Weighed> = JSON.parse(
  readFileSync(join(ROOT, 'scripts/size-ceilings.json'), 'utf8'),
)

/** kB = 1000 bytes, as in the budget table. */
const brotliKb = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / 1000

/** What arrives before the code can run: the entry and its static imports, each file compressed on its own. */
async function upFrontKb(code: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: join(ROOT, 'packages/eforms'), loader: 'ts' },
    bundle: true, minify: true, format: 'esm', splitting: true, write: false, outdir: 'out', metafile: true, target: 'es2022', platform: 'browser',
    absWorkingDir: ROOT, conditions: ['@motcua/source'], define: { 'process.env.NODE_ENV': '"production"' }, legalComments: 'none',
  })
  const needed = new Set<string>()
  const need = (path: string): void => {
    if (needed.has(path)) return
    needed.add(path)
    for (const { kind, path: next } of metafile.outputs[path]?.imports ?? []) if (kind === 'import-statement') need(next)
  }
  need('out/stdin.js')
  return outputFiles.filter(({ path }) => needed.has(relative(ROOT, path))).reduce((sum, file) => sum + brotliKb(file.contents), 0)
}

export interface MeasuredSize { name: string; kb: number; maxBrotliKb: number }

/** The loader carries the hashes of the chunks, which only the real build knows: `isBuilt` says that it is of now. */
export async function measureSizes({ isBuilt = false } = {}): Promise<MeasuredSize[]> {
  if (!isBuilt) execFileSync(NODE, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: join(ROOT, 'packages/eforms'), stdio: 'inherit' })
  return Promise.all(SIZE_CEILINGS.map(async ({ name, maxBrotliKb, ...what }) => {
    const kb = 'file' in what ? brotliKb(readFileSync(join(ROOT, what.file))) : 'parts' in what ? partsKb(what.parts) : await upFrontKb(what.code)
    return { name, kb, maxBrotliKb }
  }))
}

function partsKb(wanted: readonly string[]): number {
  const folder = join(ROOT, 'packages/eforms/dist/browser')
  const { parts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { parts: Readonly<Record<string, readonly string[]>> }
  const files = new Set(wanted.flatMap((part) => {
    const own = parts[part]
    if (!own) throw new TypeError(`The browser build weighs no part ${part}: it has ${Object.keys(parts).join(', ')}.`)
    return own
  }))
  return [...files].reduce((sum, file) => sum + brotliKb(readFileSync(join(folder, file))), 0)
}

/** Builds every package, then looks at it as its users will: publint, type resolution from a packed tarball, sizes. */
export async function checkPackages(): Promise<StepResult[]> {
  const results: StepResult[] = []
  results.push(await runStep('build', 'pnpm', ['-r', '--workspace-concurrency=2', 'run', 'build']))
  if (results.some(({ ok }) => !ok)) return results
  for (const { folder, path } of workspacePackages()) {
    const { messages, pkg } = await publint({ pkgDir: path, strict: true, pack: 'pnpm' })
    for (const message of messages) console.log(`  ${folder}: ${formatMessage(message, pkg)}`)
    results.push({ name: `publint ${folder}`, ok: messages.length === 0, seconds: 0 })
  }
  results.push(await installPacked())
  for (const { name, kb, maxBrotliKb } of await measureSizes({ isBuilt: true })) {
    console.log(`  size ${name}: ${kb.toFixed(1)} kB brotli (ceiling ${maxBrotliKb})`)
    results.push({ name: `size ${name}`, ok: kb <= maxBrotliKb, seconds: 0 })
  }
  return results
}

/**
 * Packs every package, installs the tarballs into an empty project, type-checks a consumer of each documented
 * subpath and imports them all in Node.
 */
async function installPacked(): Promise<StepResult> {
  const project = mkdtempSync(join(tmpdir(), 'motcua-consumer-'))
  try {
    const packages = workspacePackages()
    const tarballs: Record<string, string> = {}
    for (const { path, manifest } of packages) {
      const packed = await runStep(`pack ${manifest.name}`, 'pnpm', ['--dir', path, 'pack', '--pack-destination', project])
      if (!packed.ok) return packed
      tarballs[manifest.name] = `file:${join(project, `${manifest.name.replace('@', '').replace('/', '-')}-${JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).version}.tgz`)}`
    }
    const specifiers = packages.flatMap(({ path, manifest }) =>
      Object.entries(manifest.exports ?? {}).filter(([key]) => key !== './package.json').flatMap(([key, target]) => subpathsOf(key, target, path)).map((key) => join(manifest.name, key)))
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies: { ...tarballs, zod: '^4.6.7', lit: '^3.3.3' } }))
    writeFileSync(join(project, 'pnpm-workspace.yaml'), `overrides: ${JSON.stringify(tarballs)}\nallowBuilds: { esbuild: true }\n`)
    writeFileSync(join(project, 'consumer.ts'), specifiers.map((specifier, index) => `import * as m${index} from '${specifier}'\nvoid m${index}\n`).join(''))
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', strict: true, noEmit: true, skipLibCheck: false, types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')], lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'] }, files: ['consumer.ts'] }))
    // Elements need a browser: everything else must import in plain Node.
    const inNode = specifiers.filter((specifier) => !specifier.startsWith('@motcua/eforms') && !specifier.startsWith('@motcua/sandbox'))
    writeFileSync(join(project, 'consumer.mjs'), inNode.map((specifier) => `await import('${specifier}')\n`).join(''))
    for (const [name, command, args] of [
      ['install the tarballs', 'pnpm', ['--dir', project, 'install', '--prefer-offline', '--no-frozen-lockfile']],
      ['type-check a consumer', NODE, [join(ROOT, 'node_modules/typescript-7/bin/tsc'), '-p', project]],
      ['import every subpath in Node', NODE, [join(project, 'consumer.mjs')]],
    ] as const) {
      const step = await runStep(name, command, args)
      if (!step.ok) return step
    }
    return { name: 'packed tarballs in an empty project', ok: true, seconds: 0 }
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

/** A pattern stands for every file that its source has: `./*-field` for `./text-field`, `./date-field` … */
function subpathsOf(key: string, target: unknown, folder: string): string[] {
  if (!key.includes('*')) return [key]
  const source = typeof target === 'object' && target !== null && '@motcua/source' in target ? String(target['@motcua/source']) : ''
  const [before = '', after = ''] = source.replace('./', '').split('*')
  return globSync(`${before}*${after}`, { cwd: folder }).map((file) => key.replace('*', file.slice(before.length, file.length - after.length)))
}

if (import.meta.main) {
  const results = await checkPackages()
  const failed = results.filter(({ ok }) => !ok)
  for (const { name } of failed) console.log(`failed: ${name}`)
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
