/** Text of `motcua --help`: what the command is for, then how to do the usual things. */
export const HELP = `motcua — commune procedures kept as data

Usage
  motcua check [folder] [--json]        find every mistake in a schemas folder
  motcua generate [folder] [--out dir]  write types, zod code and definitions
  motcua generate --check               only say whether the generated files are fresh (for CI)
  motcua --help | --version

The folder is the one that holds procedures/, vocabulary/, reference/ and meta/.
Without it the nearest "schemas" from here upwards is taken.

A procedure is a folder  procedures/<slug>/<first day in force>/  with
  procedure.json       names, codes, fees, papers, time limits, endings, legal bases; each with its source
  form.schema.json     the answers, in JSON Schema; which answer depends on which is written here, once
  form.layout.json     pages and questions, cross-field rules
  locales/vi.json      words in Vietnamese; locales/en.json in English
  samples/valid, samples/invalid   answers; the invalid ones name the issues they must give

To change a fee, edit "amountVnd" in procedure.json, then:
  motcua check && motcua generate
To add a question, add it to form.schema.json, to a page in form.layout.json and to both locales;
motcua check names whatever is still missing, with file, line, JSON Pointer and how to mend it.

Exit codes
  0  no mistakes     1  mistakes, or stale generated files     2  the command was called wrongly
`
