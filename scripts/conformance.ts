import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NODE } from './run-step.ts'
import { ROOT } from './workspace.ts'

/**
 * The scoreboard: runs the suites that count agreement, properties and vectors at full counts and prints one line a
 * check, `name: passed/total`. The same suites run at reduced counts in `npm test`.
 *
 * A suite takes part by printing `conformance: <name>: <passed>/<total>`.
 */
const LINE = /^conformance: (.+): (\d+)\/(\d+)$/

const child = spawn(NODE, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project=node', '--project=browser', '--reporter=default', '--silent=false'], {
  cwd: ROOT,
  env: { ...process.env, MOTCUA_CONFORMANCE: 'full', NO_COLOR: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})

const scores = new Map<string, { passed: number; total: number }>()
const output: string[] = []
let rest = ''
child.stdout.setEncoding('utf8')
child.stdout.on('data', (chunk: string) => {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    output.push(line)
    const [, name, passed, total] = line.trim().match(LINE) ?? []
    if (!name) continue
    scores.set(name, { passed: Number(passed), total: Number(total) })
    console.error(`  … ${name}`)
  }
})
const exitCode = await new Promise<number>((resolve) => { child.on('close', (code) => { resolve(code ?? 1) }) })

if (exitCode !== 0) console.log(output.join('\n'))
for (const [name, { passed, total }] of [...scores].toSorted(([a], [b]) => a.localeCompare(b))) console.log(`${name}: ${passed}/${total}`)
const missed = [...scores.values()].filter(({ passed, total }) => passed !== total || total === 0).length
console.log(`${scores.size - missed} passed, ${missed + (exitCode === 0 ? 0 : 1)} failed`)
process.exitCode = exitCode === 0 && missed === 0 && scores.size > 0 ? 0 : 1
