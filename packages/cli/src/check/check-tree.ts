import { compileBlocks, compileProcedure, type CompiledProcedure, procedureFolders, readTree, type SourceProblem, type SourceTree } from '@motcua/schemas/generator'
import { checkMeta } from './meta.ts'
import { checkProcedure, checkValidity } from './procedure.ts'
import { checkReference } from './reference.ts'
import { checkRuleCases } from './rule-cases.ts'
import { checkSamples } from './samples.ts'
import { soundPart } from './tree-parts.ts'
import { checkWords } from './words.ts'

/** What a check found. */
export interface CheckedTree {
  tree: SourceTree
  problems: SourceProblem[]
  /** Folders of the versions that were looked at. */
  procedures: string[]
}

/**
 * Checks a schemas folder: syntax, meta-schemas, references, layout, words, rules, dates and samples. Each stage looks
 * only at what the one before found sound, so that one mistake is named once.
 */
export function checkTree(root: string): CheckedTree {
  const problems: SourceProblem[] = []
  const report = (problem: SourceProblem): void => {
    const known = problems.some((other) => other.file === problem.file && other.pointer === problem.pointer && other.message === problem.message)
    if (!known) problems.push(problem)
  }
  const tree = readTree(root, report)
  const folders = procedureFolders(tree)
  if (folders.length === 0 && problems.length === 0) {
    report({ code: 'no-procedures', file: 'procedures', pointer: '', message: 'There is no procedure here.', fix: 'Name the folder that holds "procedures", "vocabulary" and "reference": motcua check path/to/schemas.' })
  }
  if (problems.length === 0) checkMeta(tree, report)
  if (problems.length === 0) checkReference(tree, report)

  const sound = soundPart(tree, problems)
  const compiled: CompiledProcedure[] = []
  if (sound.size > 0) compileBlocks(sound, report)
  for (const folder of procedureFolders(sound)) {
    const before = problems.length
    const procedure = compileProcedure(sound, folder, report)
    if (procedure === undefined) continue
    checkProcedure(procedure, sound, report)
    checkWords(procedure, sound, report)
    if (problems.length === before) {
      const samples = checkSamples(procedure, sound, report)
      // Samples to be mended say nothing about what is missing yet.
      if (problems.length === before) checkRuleCases(procedure, samples, report)
    }
    compiled.push(procedure)
  }
  if (problems.length === 0) {
    checkValidity(compiled.map(({ folder, definition: { procedure } }) => ({ ...procedure, endings: [], sha256: '', path: folder, folder })), report)
  }
  return { tree, problems, procedures: folders }
}
