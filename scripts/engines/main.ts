import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { JsonObject } from '../../packages/core/src/json.ts'
import { driveForm } from '../../packages/eforms/src/form-tester/index.ts'
import { catalogue } from '../../packages/schemas/src/catalogue.ts'
import { readDefinitionFiles } from '../../packages/schemas/src/definitions.ts'
import { NODE } from '../run-step.ts'
import { ROOT } from '../workspace.ts'
import { enginePage } from './engine.ts'
import type { Engine } from './engine.ts'
import { launchFirefox } from './firefox.ts'
import { program } from './program.ts'
import { servePages } from './serve.ts'
import { launchWebKit } from './webkit.ts'

/**
 * Drives every procedure page by page in the engines that the tests do not run in: Firefox, and WebKit's port to Linux, which
 * is Safari's engine without Safari. Under the policy of the guide; a report, an error or a wrong line of the check page fails.
 *
 *     npm run engines -- [slug …]
 *
 * Engines that are not installed are named and left out: `npm run setup:system -- engines` installs both on Debian.
 */
const OUT = join(ROOT, '.artifacts/engines')
const EFORMS = join(ROOT, 'packages/eforms')
const ENGINES: ReadonlyArray<{ name: string; launch: () => Promise<Engine<unknown>> | undefined }> = [
  { name: 'Firefox', launch: () => {
    const binary = program(process.env.FIREFOX_PATH, 'firefox-esr', 'firefox')
    return binary === undefined ? undefined : launchFirefox(binary) as Promise<Engine<unknown>>
  } },
  { name: 'WebKit', launch: () => {
    const [driver, display, browser] = [program('WebKitWebDriver'), program('Xvfb'), globSync('/usr/{lib,libexec}/**/webkit2gtk-4.?/MiniBrowser')[0]]
    return driver && display && browser ? launchWebKit({ driver, browser, display }) as Promise<Engine<unknown>> : undefined
  } },
]

const wanted = process.argv.slice(2)
const procedures = catalogue.list({ on: '2026-11-21' }).filter(({ slug }) => wanted.length === 0 || wanted.includes(slug))
const places: unknown = JSON.parse(readDefinitionFiles({ generatedAt: '' }).get('reference/communes.json') ?? '')
mkdirSync(OUT, { recursive: true })
execFileSync(NODE, ['--conditions=@motcua/source', 'build-browser.ts'], { cwd: EFORMS, stdio: 'inherit' })
const finder = (await build({ entryPoints: [join(import.meta.dirname, 'page-finder.ts')], bundle: true, write: false, format: 'iife' })).outputFiles[0]?.text ?? ''
const { origin, close } = await servePages(join(EFORMS, 'dist/browser'))
let failed = 0
for (const { name, launch } of ENGINES) {
  const engine = await launch()
  if (!engine) { console.log(`conformance-note: ${name} is not here, procedures were not driven in it: npm run setup:system -- engines`); continue }
  let right = 0
  try {
    for (const entry of procedures) {
      const fault = await drive(engine, entry).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      if (fault === undefined) right += 1
      else {
        writeFileSync(join(OUT, `${name.toLowerCase()}-${entry.slug}.png`), await engine.screenshot())
        console.error(`  ${name} · ${entry.slug}: ${fault}`)
      }
      console.error(`  ${name} · ${entry.slug}`)
    }
  } finally { await engine.close() }
  failed += procedures.length - right
  console.log(`conformance-note: ${name} ${engine.version}`)
  console.log(`conformance: procedures driven page by page in ${name}: ${right}/${procedures.length}`)
}
close()
process.exitCode = failed === 0 && procedures.length > 0 ? 0 : 1

/** Fills in the first valid sample; what went wrong, in one line. */
async function drive(engine: Engine<unknown>, { slug, effectiveFrom, load }: (typeof procedures)[number]): Promise<string | undefined> {
  const [file] = globSync(join(ROOT, 'schemas/procedures', slug, effectiveFrom, 'samples/valid/*.json')).toSorted()
  if (file === undefined) return 'has no valid sample'
  const { today, answers } = JSON.parse(readFileSync(file, 'utf8')) as { today: string; answers: JsonObject }
  const page = enginePage(engine)
  await engine.open(`${origin}/?procedure=${slug}&today=${today}`)
  await engine.run(finder)
  for (const until = Date.now() + 10_000; await page.count({ role: 'button', name: 'Bắt đầu' }) === 0;) if (Date.now() > until) return 'did not open'
  const { unfilled, summary, stopped } = await driveForm({ page, definition: await load(), answers, today, places, timeoutMs: 8000 })
  const faults = await engine.run('return faults') as string[]
  if (!stopped && unfilled.length + summary.length + faults.length === 0) return undefined
  return JSON.stringify({ stopped, unfilled, summary, faults })
}
