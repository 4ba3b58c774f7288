import path from 'node:path'
import { checkTree, type CheckedTree } from './check/check-tree.ts'
import { lineOf } from './check/locate.ts'
import type { CommandContext, ExitCode } from './command.ts'
import { findSchemas } from './find-schemas.ts'

export interface CheckOptions {
  /** Schemas folder. @default the nearest `schemas` from the working directory upwards */
  root?: string
  /** Print one JSON object instead of text. @default false */
  isJson?: boolean
}

/** `motcua check`. */
export function runCheck({ root, isJson = false }: CheckOptions, context: CommandContext): ExitCode {
  const schemas = findSchemas(context.cwd, root)
  if (schemas === undefined) {
    context.err(`motcua check: found no schemas folder${root === undefined ? ` at or above ${context.cwd}` : ` at ${root}`}. Name it: motcua check path/to/schemas`)
    return 2
  }
  const checked = checkTree(schemas)
  if (isJson) printJson(checked, context)
  else printText(checked, path.relative(context.cwd, schemas) || '.', context)
  return checked.problems.length === 0 ? 0 : 1
}

/** Problems as text: where, what, how to mend it. */
export function printText({ tree, problems, procedures }: CheckedTree, root: string, context: CommandContext): void {
  for (const { file, pointer, message, fix, code, line } of problems) {
    context.err(`${path.join(root, file)}:${line ?? lineOf(tree, file, pointer)}  ${pointer || '(whole file)'}  [${code}]`)
    context.err(`  ${message}`)
    context.err(`  Fix: ${fix}`)
  }
  if (problems.length === 0) context.out(`${procedures.length} procedure versions checked, no mistakes.`)
  else context.err(`${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}.`)
}

function printJson({ tree, problems, procedures }: CheckedTree, context: CommandContext): void {
  context.out(JSON.stringify({ procedures, problems: problems.map((problem) => ({ ...problem, line: problem.line ?? lineOf(tree, problem.file, problem.pointer) })) }, null, 2))
}
