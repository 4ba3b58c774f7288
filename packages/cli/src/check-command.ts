import path from 'node:path'
import { checkTree, type CheckedTree } from './check/check-tree.ts'
import { lineOf } from './check/locate.ts'
import type { Command, CommandContext, ExitCode } from './command.ts'
import { findSchemas, saysWhereSchemas } from './find-schemas.ts'
import { paint } from './paint.ts'

export const CHECK: Command = {
  name: 'check', usage: '[folder] [--json]', summary: 'find every mistake in a schemas folder',
  help: `
Looks at syntax, keywords, references, questions, words, rules, dates, fees and samples. Every mistake comes with file,
line, JSON Pointer and how to mend it; one mistake is named once. Blanks that a new procedure still has are named too.
The folder holds procedures/, vocabulary/, reference/ and meta/; without it the nearest "schemas" from here upwards.

Example
  motcua check
  motcua check --json | jq '.problems[].fix'`,
  options: { json: { type: 'boolean' } }, takes: [0, 1],
  run: ({ values, positionals: [root] }, context) => runCheck({ ...(root === undefined ? {} : { root }), isJson: values.json === true }, context),
}

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
    saysWhereSchemas('check', root, context)
    return 2
  }
  context.progress?.('Checking …')
  const checked = checkTree(schemas)
  if (isJson) printJson(checked, context)
  else printText(checked, path.relative(context.cwd, schemas) || '.', context)
  return checked.problems.length === 0 ? 0 : 1
}

/** Problems as text: where, what, how to mend it. */
export function printText({ tree, problems, procedures }: CheckedTree, root: string, context: CommandContext): void {
  for (const { file, pointer, message, fix, code, line } of problems) {
    context.err(`${paint('bold', `${path.join(root, file)}:${line ?? lineOf(tree, file, pointer)}`, context)}  ${pointer || '(whole file)'}  ${paint(code === 'blank' ? 'yellow' : 'red', `[${code}]`, context)}`)
    context.err(`  ${message}`)
    context.err(`  Fix: ${fix}`)
  }
  const blanks = problems.filter(({ code }) => code === 'blank').length
  const mistakes = problems.length - blanks
  const counted = [...(mistakes > 0 ? [`${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}`] : []), ...(blanks > 0 ? [`${blanks} ${blanks === 1 ? 'blank' : 'blanks'} to fill`] : [])]
  if (counted.length === 0) context.out(paint('green', `${procedures.length} procedure versions checked, no mistakes.`, context))
  else context.err(`${counted.join(', ')}.`)
}

function printJson({ tree, problems, procedures }: CheckedTree, context: CommandContext): void {
  context.out(JSON.stringify({ procedures, problems: problems.map((problem) => ({ ...problem, line: problem.line ?? lineOf(tree, problem.file, problem.pointer) })) }, null, 2))
}
