import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { run } from '../src/run.ts'

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url))
export const BIN = path.join(REPOSITORY, 'packages/cli/src/bin.ts')

/** A folder that goes away after the tests of the file. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `motcua-${name}-`))
  afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}

/** A schemas folder with the two procedures kept for tests. */
export function schemasIn(folder: string): string {
  const root = path.join(folder, 'schemas')
  for (const part of ['meta', 'vocabulary', 'reference']) cpSync(path.join(REPOSITORY, 'schemas', part), path.join(root, part), { recursive: true })
  cpSync(path.join(REPOSITORY, 'packages/cli/test/corpus'), path.join(root, 'procedures'), { recursive: true })
  return root
}

/** Runs a command line in this process; the day is 21 November 2026 in Vietnam. */
export async function motcua(args: readonly string[], cwd: string, options: { isColor?: boolean } = {}): Promise<{ exit: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const exit = await run({
    args, cwd, version: '1.2.3', now: () => new Date('2026-11-21T03:00:00Z'), ...options,
    out: (line) => { out.push(line) }, err: (line) => { err.push(line) },
  })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
