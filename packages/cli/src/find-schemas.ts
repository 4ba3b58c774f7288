import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CommandContext } from './command.ts'

/** The schemas folder: the one named, or the nearest `schemas/procedures` from here upwards; undefined when there is none. */
export function findSchemas(cwd: string, named: string | undefined): string | undefined {
  if (named !== undefined) {
    const root = path.resolve(cwd, named)
    return existsSync(root) ? root : undefined
  }
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'schemas', 'procedures'))) return path.join(folder, 'schemas')
    if (folder === path.dirname(folder)) return undefined
  }
}

/** Says that there is no schemas folder, and how to come by one. */
export function saysWhereSchemas(command: string, named: string | undefined, { cwd, err }: CommandContext): void {
  err(`motcua ${command}: found no schemas folder ${named === undefined ? `at or above ${cwd}` : `at ${named}`}.`)
  err('  It holds meta/, vocabulary/, reference/ and procedures/. The npm packages bring compiled procedures, not their sources:')
  err(`  clone the repository of Một Cửa Kit, or copy its schemas folder, and run there${command === 'check' || command === 'generate' ? `, or name it: motcua ${command} path/to/schemas` : ' or add --schemas path/to/schemas'}.`)
}
