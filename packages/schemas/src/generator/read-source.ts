import type { Report } from './problem.ts'
import type { SourceTree } from './tree.ts'

/**
 * Value of a source file as the type its meta-schema describes. `motcua check` and
 * `motcua generate` hold every file against `schemas/meta/` before anything is compiled, which is what makes the one cast
 * below true.
 */
export function readSource<T>(tree: SourceTree, path: string, report: Report): T | undefined {
  const file = tree.get(path)
  if (file === undefined) {
    report({ code: 'missing-file', file: path, pointer: '', message: 'The file is missing.', fix: 'Create it, or copy it from a neighbouring procedure.' })
    return undefined
  }
  return file.value as T
}
