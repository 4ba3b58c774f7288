import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackages } from './check-packages.ts'
import { NODE, runStep, type StepResult } from './run-step.ts'
import { typecheck } from './typecheck.ts'
import { brokenWalls } from './walls.ts'
import { ROOT } from './workspace.ts'

/** Everything `npm test` means. Prints one closing line with the tests and checks of all suites together. */
const ARTIFACTS = join(ROOT, '.artifacts')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const CLI = join(ROOT, 'packages/cli/src/bin.ts')
const SOURCE = '--conditions=@motcua/source'

interface Totals { passed: number; failed: number; skipped: number }

/** Counts of one vitest run. A run that died without a report counts as one failure. */
function vitestTotals(report: string, step: StepResult): Totals {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(readFileSync(report, 'utf8'))
    // A suite that fails to load has no failed test of its own: it must not pass as green.
    const failed = numFailedTests === 0 && (!success || !step.ok) ? 1 : numFailedTests
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

async function runVitest(name: string, projects: string): Promise<Totals> {
  const report = join(ARTIFACTS, `${name}.json`)
  rmSync(report, { force: true })
  const args = [VITEST, 'run', `--project=${projects}`, '--silent=passed-only', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const step = await runStep(`tests: ${name}`, NODE, args, { loud: true })
  return vitestTotals(report, step)
}

mkdirSync(ARTIFACTS, { recursive: true })
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

const totals: Totals = {
  passed: checks.filter((check) => check.ok).length + suites.reduce((sum, suite) => sum + suite.passed, 0),
  failed: checks.filter((check) => !check.ok).length + suites.reduce((sum, suite) => sum + suite.failed, 0),
  skipped: suites.reduce((sum, suite) => sum + suite.skipped, 0),
}
for (const check of checks.filter(({ ok }) => !ok)) console.log(`failed: ${check.name}`)
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed === 0 ? 0 : 1
