import { createHash } from 'node:crypto'
import { compileProcedure, indexEntry, procedureFolders, readTree, type SourceProblem } from '@motcua/schemas/generator'
import { lineOf } from '../check/locate.ts'

/** A procedure as the page needs it, or what keeps it from being shown. */
export type Preview =
  | { kind: 'form'; title: string; version: string; index: string; path: string; text: string }
  | { kind: 'mistakes'; lines: string[] }
  | { kind: 'unknown'; known: string[] }

/**
 * Compiles the version of a slug that is in force on a day, else its newest one; that one is then listed as if it were in force,
 * so that forms of laws to come can be seen. Blanks do not keep a form from being shown.
 */
export function compilePreview(schemas: string, slug: string, on: string): Preview {
  const problems: SourceProblem[] = []
  const report = (problem: SourceProblem): void => { problems.push(problem) }
  const tree = readTree(schemas, report)
  const folders = procedureFolders(tree)
  const own = folders.filter((folder) => folder.startsWith(`procedures/${slug}/`))
  if (own.length === 0 && problems.length === 0) return { kind: 'unknown', known: [...new Set(folders.map((folder) => folder.split('/')[1] ?? ''))] }
  const begun = own.filter((folder) => (folder.split('/')[2] ?? '') <= on)
  const folder = begun.at(-1) ?? own.at(-1)
  const compiled = problems.length > 0 || folder === undefined ? undefined : compileProcedure(tree, folder, report)
  if (compiled === undefined) {
    return { kind: 'mistakes', lines: problems.map((problem) => `${problem.file}:${problem.line ?? lineOf(tree, problem.file, problem.pointer)}  ${problem.pointer}\n  ${problem.message}\n  Fix: ${problem.fix}`) }
  }
  // Served whole, with the hash of the whole: a definition need not leave anything to parts.
  const text = JSON.stringify(compiled.definition)
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const path = `${slug}/${sha256}.json`
  const entry = { ...indexEntry(compiled), sha256, path, firstParts: [] }
  return {
    kind: 'form', title: entry.name.vi, version: entry.effectiveFrom, path, text,
    index: JSON.stringify({ generatedAt: `${on}T00:00:00+07:00`, definitions: [{ ...entry, effectiveFrom: '0001-01-01', effectiveTo: null }] }),
  }
}
