import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { type Command, type CommandContext, textOption } from '../command.ts'
import { dayOf } from '../day.ts'
import { codesOn } from '../list-command.ts'
import { openCatalogue, SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { GAP_KINDS, GAP_REASONS, gapsOf, type ProvinceSettings } from './find-gaps.ts'

const SETTINGS = z.object({
  parameters: z.record(z.string(), z.int().nonnegative()).optional(),
  receivingAccounts: z.record(z.string(), z.unknown()).optional(),
  onlineLevels: z.record(z.string(), z.enum(['full', 'partial'])).optional(),
})

export const GAPS: Command = {
  name: 'gaps', usage: '--province 91 [--config province.json] [--on 2026-11-21] [--schemas folder] [--json]', summary: 'list what a province still has to settle',
  help: `
From the catalogue: procedures without a complete standard eForm, papers that no look-up replaces, fees without a receiving
account or without the amount the province sets, and procedures without an online level; each kind with the reason why it
is a duty of the province. --config names what is settled, in the words of a gateway's agency configuration:
  { "parameters": { "birthRegistrationLate": 8000 },
    "receivingAccounts": { "default": { … } },
    "onlineLevels": { "extract-copy": "full" } }
Without it nothing is taken for settled. Exit code 0: gaps are no mistakes of the data.

Example
  motcua gaps --province 91 --config an-giang.json
  motcua gaps --province 91 --json | jq '.gaps | group_by(.kind) | map({ (.[0].kind): length }) | add'`,
  options: { province: { type: 'string' }, config: { type: 'string' }, on: { type: 'string' }, json: { type: 'boolean' }, ...SCHEMAS_OPTION }, takes: [0, 0],
  async run({ values }, context) {
    const on = dayOf(values, 'gaps', context)
    const code = textOption(values, 'province') ?? ''
    const { PROVINCES } = await import('@motcua/schemas/reference')
    const province = PROVINCES.find((known) => known.code === code)
    if (province === undefined) context.err(`motcua gaps: --province expects the two digits of one of the ${PROVINCES.length} provinces, such as 91 (An Giang), got ${JSON.stringify(code.slice(0, 20))}.`)
    const settings = readSettings(textOption(values, 'config'), context)
    if (on === undefined || province === undefined || settings === undefined) return 2
    const catalogue = await openCatalogue('gaps', textOption(values, 'schemas'), context)
    if (catalogue === undefined) return 2
    const entries = catalogue.list({ on })
    const definitions = await Promise.all(entries.map((entry) => entry.load()))
    const gaps = entries.flatMap((entry, index) => {
      const definition = definitions[index]
      return definition === undefined ? [] : gapsOf(definition, codesOn(entry, on).split(' '), settings)
    })
    if (values.json === true) {
      context.out(JSON.stringify({ province, on, procedures: entries.length, reasons: GAP_REASONS, gaps }, null, 2))
      return 0
    }
    context.out(paint('bold', `${province.kind} ${province.name} (${province.code}) on ${on}`, context))
    for (const kind of GAP_KINDS) {
      const found = gaps.filter((gap) => gap.kind === kind)
      const touched = new Set(found.map(({ slug }) => slug)).size
      const { title, reason, source, confidence } = GAP_REASONS[kind]
      context.out(`\n${paint('bold', `${title}: ${touched} of ${entries.length} procedures`, context)}`)
      context.out(paint('dim', `  ${reason}`, context))
      context.out(paint('dim', `  ${confidence}: ${source}`, context))
      for (const { codes, slug, subject, detail } of found) context.out(`  ${codes.join(' ')}  ${slug}${subject === undefined ? '' : ` · ${subject}`}: ${detail}`)
    }
    return 0
  },
}

function readSettings(file: string | undefined, context: CommandContext): ProvinceSettings | undefined {
  if (file === undefined) return {}
  try {
    const parsed = SETTINGS.safeParse(JSON.parse(readFileSync(path.resolve(context.cwd, file), 'utf8')))
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues.slice(0, 5)) context.err(`motcua gaps: ${file}: /${issue.path.join('/')}: ${issue.message}.`)
  } catch {
    context.err(`motcua gaps: cannot read ${file} as JSON. See motcua gaps --help for its form.`)
  }
  return undefined
}
