#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { run } from './run.ts'

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
const stop = new AbortController()
const isTerminal = process.stderr.isTTY
let shown = ''

/** One line that rewrites itself, on a terminal only: logs of CI stay plain. */
function progress(text: string): void {
  if (!isTerminal || text === shown) return
  process.stderr.write(`\r\u001B[K${text}`)
  shown = text
}

process.once('SIGINT', () => { stop.abort() })
process.once('SIGTERM', () => { stop.abort() })

process.exitCode = await run({
  args: process.argv.slice(2), version, cwd: process.cwd(), signal: stop.signal, progress,
  isColor: process.stdout.isTTY && isTerminal && !process.env.NO_COLOR,
  out: (line) => { progress(''); console.log(line) },
  err: (line) => { progress(''); console.error(line) },
})
progress('')
