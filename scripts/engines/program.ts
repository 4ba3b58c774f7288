import { execFileSync } from 'node:child_process'

/** The path of the first of these programs that can be run. */
export function program(...names: ReadonlyArray<string | undefined>): string | undefined {
  for (const name of names) {
    if (name === undefined) continue
    try { return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim() } catch { /* is not here */ }
  }
  return undefined
}
