import type { Command } from './command.ts'

/** Text of `motcua --help`: what the command is for, then how to do the usual things. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return `motcua — commune procedures kept as data

Usage
${commands.map(({ name, summary }) => `  motcua ${name.padEnd(width)}  ${summary}`).join('\n')}
  motcua <command> --help | --help | --version

A procedure is a folder  procedures/<slug>/<first day in force>/  with
  procedure.json       names, codes, fees, papers, time limits, endings, legal bases; each with its source
  form.schema.json     the answers, in JSON Schema; which answer depends on which is written here, once
  form.layout.json     pages and questions, cross-field rules
  locales/vi.json      words in Vietnamese; locales/en.json in English
  samples/valid, samples/invalid   answers; the invalid ones name the issues they must give

A new procedure, from nothing to the browser:
  motcua new procedure public-hall --code 9.000001
  motcua check                  names every blank that is left, with file, line and how to fill it
  motcua preview public-hall    opens it; edit the JSON and the page follows
  motcua generate               types, zod code and definitions

To change a fee, edit "amountVnd" in procedure.json, then:
  motcua check && motcua generate

Exit codes
  0  all is well     1  mistakes, issues, or stale generated files     2  the command was called wrongly
`
}

/** Text of `motcua <command> --help`. */
export function commandHelp({ name, usage, summary, help }: Command): string {
  return `motcua ${name} ${usage}\n\n${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.\n\n${help.trim()}\n`
}
