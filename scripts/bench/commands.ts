import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createLoopbackFetch } from '../../packages/sandbox/src/http/loopback-fetch.ts'
import { ROOT } from '../workspace.ts'
import type { Row } from './table.ts'

const READY = /^ready http:\/\/localhost:(?<port>\d+)/
const fetchHere = createLoopbackFetch()

/**
 * The two commands that the budget names, one after the other in a fresh clone of what is committed: `npm start` until its
 * first page is there, then all of `npm test`. Throws when one of them fails: how long it took says nothing then.
 */
export async function timeCommands(): Promise<Row[]> {
  const clone = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, clone])
    const start = await timeStart(clone)
    const test = await timeTest(clone)
    return [
      { what: '`npm start` cold, to the first page', must: 60, aim: 30, unit: 's', figures: { ours: start } },
      { what: '`npm test`', must: 540, aim: 300, unit: 's', figures: { ours: test } },
    ]
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
}

async function timeStart(cwd: string): Promise<number> {
  const started = performance.now()
  // A group of its own: npm starts others, and all of them are to end.
  const child = spawn('npm', ['start'], { cwd, env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = READY.exec(line)?.groups?.port
      if (port === undefined) continue
      // Where a browser is sent to from the address that was printed.
      const { ok, status } = await fetchHere(`http://commune.localhost:${port}/`)
      if (!ok) throw new Error(`Expected the first page on port ${port}; got ${status}.`)
      return secondsSince(started)
    }
    throw new Error('`npm start` ended before it was ready; its output stands above.')
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
  }
}

async function timeTest(cwd: string): Promise<number> {
  const started = performance.now()
  const child = spawn('npm', ['test'], { cwd, stdio: ['ignore', process.stderr, 'inherit'] })
  const code = await new Promise<number | null>((resolve, reject) => { child.once('error', reject).once('close', resolve) })
  if (code !== 0) throw new Error(`\`npm test\` ended with ${code}; its output stands above.`)
  return secondsSince(started)
}

function secondsSince(started: number): number { return (performance.now() - started) / 1000 }
