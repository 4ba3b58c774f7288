import type { CatalogueEntry } from '@motcua/schemas/catalogue'
import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import { type Command, textOption } from './command.ts'
import { dayOf } from './day.ts'
import { openCatalogue, SCHEMAS_OPTION } from './open-catalogue.ts'
import { paint } from './paint.ts'

export const LIST: Command = {
  name: 'list', usage: '[--on 2026-11-21] [--schemas folder] [--json]', summary: 'list the procedures in force on a day',
  help: `
Without --on the day is today in Vietnam. In a folder without schemas, the procedures of the installed @motcua/schemas.

Example
  motcua list --on 2027-03-01        what is left when the civil-status law changes`,
  options: { on: { type: 'string' }, json: { type: 'boolean' }, ...SCHEMAS_OPTION }, takes: [0, 0],
  async run({ values }, context) {
    const on = dayOf(values, 'list', context)
    const catalogue = on === undefined ? undefined : await openCatalogue('list', textOption(values, 'schemas'), context)
    if (on === undefined || catalogue === undefined) return 2
    const entries = catalogue.list({ on })
    if (values.json === true) {
      context.out(JSON.stringify({ on, procedures: entries.map(withoutLoader) }, null, 2))
      return 0
    }
    const width = Math.max(0, ...entries.map(({ slug }) => slug.length))
    for (const entry of entries) {
      const end = entry.effectiveTo === null ? '' : `until ${entry.effectiveTo}${entry.successor === 'not-yet-published' ? ' (successor not yet published)' : ''}`
      context.out(`${codeColumn(entry, on)}${paint('bold', entry.slug.padEnd(width), context)}  ${entry.name.vi}`)
      context.out(paint('dim', `${' '.repeat(14 + width)}  ${[entry.name.en, entry.endings.join(', '), ...(entry.completeness === 'incomplete' ? ['incomplete'] : []), `from ${entry.effectiveFrom}`, end].filter((part) => part !== '').join(' · ')}`, context))
    }
    context.out(`${entries.length} ${entries.length === 1 ? 'procedure' : 'procedures'} in force on ${on}.`)
    return 0
  },
}

/** The entry as data. */
export function withoutLoader(entry: CatalogueEntry): DefinitionIndexEntry {
  const { load: _, ...data } = entry
  return data
}

/** The first code on a day, and how many more there are: a column of its own. */
function codeColumn(entry: Pick<CatalogueEntry, 'codes'>, on: string): string {
  const [first = '', ...more] = codesOn(entry, on).split(' ')
  return `${first}${more.length > 0 ? ` +${more.length}` : ''}`.padEnd(14)
}

/** Codes that name the procedure on a day. */
export function codesOn({ codes }: Pick<CatalogueEntry, 'codes'>, on: string): string {
  return codes.filter(({ from, to }) => from <= on && (to === null || on <= to)).map(({ code }) => code).join(' ')
}
