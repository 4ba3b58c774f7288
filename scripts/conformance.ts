import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { measureSizes } from './check-packages.ts'
import { NODE } from './run-step.ts'
import { ROOT } from './workspace.ts'

/**
 * The scoreboard: runs the suites that count agreement, properties and vectors at full counts and prints one line a
 * check, `name: passed/total`. The same suites run at reduced counts in `npm test`. Then every procedure is driven in Firefox and
 * WebKit, where they are installed.
 *
 * A suite that counts more than its tests prints `conformance: <name>: <passed>/<total>`; others are counted by test. What several
 * files print under one name is added up.
 * What is worth knowing and no check, it prints as `conformance-note: …`.
 */
const PRINTED = /^conformance: (.+): (\d+)\/(\d+)$/
const NOTE = /^conformance-note: (.+)$/
const REPORT = join(ROOT, '.artifacts/conformance.json')

interface TestReport { testResults: Array<{ name: string; assertionResults: Array<{ fullName: string; status: string }> }> }
interface Score { passed: number; total: number }

/** Checks that are whole tests: which file, and which words in the test's full name. */
const BY_TEST: ReadonlyArray<{ name: string; file: RegExp; title: RegExp }> = [
  { name: 'rule vectors', file: /packages\/core\/src\/rules\.test\.ts$/, title: /./ },
  { name: 'samples of every procedure in the browser', file: /packages\/form-core\/src\/rule-vectors\.browser\.test\.ts$/, title: /./ },
  { name: 'VietQR vectors', file: /packages\/payments\/src\/vietqr\.test\.ts$/, title: /published VietQR payloads/ },
  { name: 'engine cases in Node', file: /packages\/form-core\/src\/cases\.test\.ts$/, title: /./ },
  { name: 'engine cases in the browser', file: /packages\/form-core\/src\/cases\.browser\.test\.ts$/, title: /./ },
  { name: 'signature refusals', file: /packages\/signatures\/src\/refusals\.test\.ts$/, title: /./ },
  { name: 'broken trees caught by motcua check', file: /packages\/cli\/src\/check\/check-tree\.test\.ts$/, title: /exactly one mistake/ },
  { name: 'codes resolved on dates', file: /packages\/schemas\/src\/catalogue\.test\.ts$/, title: /./ },
  { name: 'samples typed in and judged', file: /packages\/form-core\/src\/procedures\.test\.ts$/, title: /./ },
  { name: 'gateway on PGlite', file: /packages\/gateway\/test\//, title: /on PGlite/ },
  { name: 'gateway on PostgreSQL', file: /packages\/gateway\/test\//, title: /on PostgreSQL/ },
]

const scores = new Map<string, Score>()
const notes = new Set<string>()
mkdirSync(join(ROOT, '.artifacts'), { recursive: true })
const tests = await run([join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project=!e2e', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`])
countTests()
const engines = await run(['--conditions=@motcua/source', join(ROOT, 'scripts/engines/main.ts')])
for (const { name, kb, maxBrotliKb } of await measureSizes()) {
  console.log(`  size ${name}: ${kb.toFixed(1)} kB brotli of ${maxBrotliKb}`)
  scores.set(`size ${name}`, { passed: kb <= maxBrotliKb ? 1 : 0, total: 1 })
}

const failedRuns = [tests, engines].filter(({ exitCode }) => exitCode !== 0)
for (const { output } of failedRuns) console.log(output)
for (const [name, { passed, total }] of [...scores].toSorted(([a], [b]) => a.localeCompare(b))) console.log(`${name}: ${passed}/${total}`)
for (const note of [...notes].toSorted()) console.log(`note: ${note}`)
const missed = [...scores.values()].filter(({ passed, total }) => passed !== total || total === 0).length
console.log(`${scores.size - missed} passed, ${missed + failedRuns.length} failed`)
process.exitCode = failedRuns.length === 0 && missed === 0 ? 0 : 1

/** Runs a program at full counts and notes the lines that are for the board. */
async function run(args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  const child = spawn(NODE, args, {
    cwd: ROOT, env: { ...process.env, MOTCUA_CONFORMANCE: 'full', NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      const note = NOTE.exec(line.trim())?.[1]
      if (note !== undefined) notes.add(note)
      const [, name, passed, total] = line.trim().match(PRINTED) ?? []
      if (name === undefined) continue
      const before = scores.get(name)
      scores.set(name, { passed: Number(passed) + (before?.passed ?? 0), total: Number(total) + (before?.total ?? 0) })
      if (!before) console.error(`  … ${name}`)
    }
  })
  const exitCode = await new Promise<number>((resolve) => { child.on('close', (code) => { resolve(code ?? 1) }) })
  return { exitCode, output: lines.join('\n') }
}

function countTests(): void {
  const report: TestReport = JSON.parse(readFileSync(REPORT, 'utf8'))
  for (const { name, file, title } of BY_TEST) {
    const tests = report.testResults.filter((result) => file.test(result.name)).flatMap(({ assertionResults }) => assertionResults)
      .filter(({ fullName, status }) => title.test(fullName) && (status === 'passed' || status === 'failed'))
    scores.set(name, { passed: tests.filter(({ status }) => status === 'passed').length, total: tests.length })
  }
}
