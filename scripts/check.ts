import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackages } from './check-packages.ts'
import { NODE, runStep, type StepResult } from './run-step.ts'
import { TALLY_FILE, type Tally } from './tally-reporter.ts'
import { typecheck } from './typecheck.ts'
import { brokenWalls } from './walls.ts'
import { ROOT } from './workspace.ts'

/** Everything `npm test` means. Prints one closing line with the tests and checks of all suites together. */
const ARTIFACTS = join(ROOT, '.artifacts')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const CLI = join(ROOT, 'packages/cli/src/bin.ts')
const SOURCE = '--conditions=@motcua/source'

/** What a vitest run wrote down. One that died, or ended badly without naming a failure, counts as one failure. */
function readTally(file: string, step: StepResult): Tally {
  let tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
  try {
    tally = JSON.parse(readFileSync(file, 'utf8'))
    if (step.ok || tally.failed > 0) return tally
  } catch {
    // It died before it wrote one, which counts as the failure below.
  }
  return { ...tally, failed: 1, failures: [{ where: step.name, why: 'the run ended badly and names no test: its output above says why' }] }
}

async function runVitest(name: string, projects: string): Promise<Tally> {
  const file = join(ARTIFACTS, `${name}.json`)
  rmSync(file, { force: true })
  const args = [VITEST, 'run', `--project=${projects}`, '--silent=passed-only', '--reporter=default', `--reporter=${join(ROOT, 'scripts/tally-reporter.ts')}`]
  return readTally(file, await runStep(`tests: ${name}`, NODE, args, { loud: true, env: { [TALLY_FILE]: file } }))
}

const system = await runStep('system parts', 'bash', [join(ROOT, 'scripts/setup-system.sh')], { loud: true })
if (!system.ok) process.exit(1)

const broken = brokenWalls()
for (const line of broken) console.error(line)
const checks: StepResult[] = [
  { name: 'walls', ok: broken.length === 0, seconds: 0 },
  await runStep('lint', join(ROOT, 'node_modules/.bin/oxlint'), ['--deny-warnings', 'packages', 'examples', 'scripts']),
  ...(await typecheck()),
  await runStep('schemas: motcua check', NODE, [SOURCE, CLI, 'check']),
  await runStep('schemas: generated files are fresh', NODE, [SOURCE, CLI, 'generate', '--check']),
  await runStep('portal types are fresh', NODE, [join(ROOT, 'packages/portal-client/scripts/generate-contract.ts'), '--check']),
]
const suites = [await runVitest('packages', '!e2e'), await runVitest('end-to-end', 'e2e')]
checks.push(...(await checkPackages()))

const failedChecks = checks.filter((check) => !check.ok)
for (const { where, why } of suites.flatMap((suite) => suite.failures)) console.log(`failed: ${where}\n${why.slice(0, 1_000)}\n`)
for (const check of failedChecks) console.log(`failed: ${check.name}`)

const passed = checks.length - failedChecks.length + sum(suites.map((suite) => suite.passed))
const failed = failedChecks.length + sum(suites.map((suite) => suite.failed))
console.log(`${passed} passed, ${failed} failed, ${sum(suites.map((suite) => suite.skipped))} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
