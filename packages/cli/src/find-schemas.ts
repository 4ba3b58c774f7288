import { existsSync } from 'node:fs'
import path from 'node:path'

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
