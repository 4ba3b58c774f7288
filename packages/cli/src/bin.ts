#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { run } from './run.ts'

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'

process.exitCode = await run({
  args: process.argv.slice(2), version, cwd: process.cwd(),
  out: (line) => { console.log(line) },
  err: (line) => { console.error(line) },
})
