import type { FormDefinition } from '@motcua/schemas/definition'
import { type Command, type CommandContext, textOption } from '../command.ts'
import { dayOf } from '../day.ts'
import { findVersion } from '../find-version.ts'
import { codesOn, withoutLoader } from '../list-command.ts'
import { openCatalogue, SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { type Fact, factsOf } from './facts.ts'

export const SHOW: Command = {
  name: 'show', usage: '<code|slug> [--on 2026-11-21] [--schemas folder] [--json]', summary: 'show what is known of a procedure, and how sure we are',
  help: `
Every fact with its source, the date it was checked and its confidence: CONFIRMED was read in an official text, INFERRED was put
together from neighbouring ones, UNKNOWN is not established and is never charged, asked for or decided on.

Example
  motcua show 2.000635 --on 2026-11-21
  motcua show birth-registration --json | jq '.facts[] | select(.confidence == "UNKNOWN")'`,
  options: { on: { type: 'string' }, json: { type: 'boolean' }, ...SCHEMAS_OPTION }, takes: [1, 1],
  async run({ values, positionals: [wanted = ''] }, context) {
    const on = dayOf(values, 'show', context)
    const catalogue = on === undefined ? undefined : await openCatalogue('show', textOption(values, 'schemas'), context)
    if (on === undefined || catalogue === undefined) return 2
    const entry = findVersion(catalogue, wanted, on, 'show', context)
    if (entry === undefined) return 1
    const definition = await entry.load()
    const facts = factsOf(definition)
    if (values.json === true) context.out(JSON.stringify({ on, version: withoutLoader(entry), procedure: definition.procedure, facts }, null, 2))
    else print(definition, facts, codesOn(entry, on), context)
    return 0
  },
}

function print({ procedure, pages }: FormDefinition, facts: readonly Fact[], codes: string, context: CommandContext): void {
  const { slug, name, summary, sector, effectiveFrom, effectiveTo, successor, completeness } = procedure
  context.out(paint('bold', `${codes}  ${name.vi}`, context))
  context.out(name.en)
  context.out(`${slug} · ${sector.vi} · ${completeness} · ${pages.length} pages`)
  context.out(`In force from ${effectiveFrom} ${effectiveTo === null ? 'on' : `to ${effectiveTo}`}${successor === 'not-yet-published' ? '; what follows is not yet published' : ''}`)
  context.out(`\n${summary.vi}`)
  let section = ''
  for (const fact of facts) {
    if (fact.section !== section) context.out(`\n${paint('bold', HEADINGS[fact.section] ?? fact.section, context)}`)
    section = fact.section
    context.out(`  ${fact.text}`)
    const sure = paint(fact.confidence === 'UNKNOWN' ? 'yellow' : fact.confidence === 'INFERRED' ? 'cyan' : 'green', fact.confidence, context)
    context.out(`    ${sure}  ${paint('dim', `${fact.source} (${fact.checkedOn})`, context)}`)
  }
  const count = (confidence: Fact['confidence']): number => facts.filter((fact) => fact.confidence === confidence).length
  context.out(`\n${facts.length} facts: ${count('CONFIRMED')} confirmed, ${count('INFERRED')} inferred, ${count('UNKNOWN')} UNKNOWN.`)
}

const HEADINGS: Readonly<Record<string, string>> = {
  codes: 'Codes', endings: 'How filing ends', channels: 'Where to file', handOff: 'Hand-off', receivedBy: 'Addressed to', declarationForm: 'Official form', eligibility: 'Who may ask', timeLimits: 'Time limits',
  fees: 'Fees', documents: 'Papers', results: 'Results', legalBases: 'Legal bases', supplementPolicy: 'Supplements', rules: 'Rules between answers',
}
