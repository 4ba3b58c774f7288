import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseCalendarDate, todayInVietnam } from '@motcua/core/dates'
import { type Command, type CommandContext, type OptionValues, textOption } from '../command.ts'
import { findSchemas, saysWhereSchemas } from '../find-schemas.ts'
import { SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { scaffold } from './scaffold.ts'

const TEXTS = { code: 'code', 'name-vi': 'nameVi', 'name-en': 'nameEn', 'summary-vi': 'summaryVi', 'summary-en': 'summaryEn', 'sector-vi': 'sectorVi', 'sector-en': 'sectorEn', source: 'source' } as const

export const NEW_PROCEDURE: Command = {
  name: 'new procedure',
  usage: '<slug> [--code 1.001193] [--name-vi …] [--name-en …] [--summary-vi …] [--summary-en …] [--sector-vi …] [--sector-en …] [--source …] [--from 2026-11-21] [--schemas folder]',
  summary: 'write all files of a new procedure',
  help: `
Writes procedures/<slug>/<from>/ with every file a procedure has: a form that works (requester, residence, one question,
undertaking), words in both languages, a valid and an invalid sample. It asks nothing. What it cannot know stands there as a
blank, a text that begins with "FILL:"; motcua check names each with file, line and what belongs there. No fee and no paper
is invented: both lists are empty.

--source is the act and article, or the page, the facts were read on. --from is the first day in force (default: today).

Example
  motcua new procedure public-hall --code 9.000001 --name-vi 'Mượn nhà văn hóa' --name-en 'Use of the public hall'
  motcua check
  motcua preview public-hall`,
  options: { ...Object.fromEntries(Object.keys(TEXTS).map((name) => [name, { type: 'string' as const }])), from: { type: 'string' }, ...SCHEMAS_OPTION }, takes: [1, 1],
  run({ values, positionals: [slug = ''] }, context) {
    const root = textOption(values, 'schemas')
    const schemas = findSchemas(context.cwd, root)
    if (schemas === undefined) {
      saysWhereSchemas('new procedure', root, context)
      return 2
    }
    const today = todayInVietnam(context.now?.() ?? new Date())
    const from = textOption(values, 'from') ?? today
    const wrong = mistakeOf(slug, from, values)
    if (wrong !== undefined) {
      context.err(`motcua new procedure: ${wrong}`)
      return 2
    }
    const folder = path.join(schemas, 'procedures', slug, from)
    if (existsSync(path.join(schemas, 'procedures', slug))) {
      context.err(`motcua new procedure: there is a procedure "${slug}" already. For a new version of it, copy its folder to procedures/${slug}/${from}, end the old one the day before (effectiveTo), and run motcua check.`)
      return 1
    }
    const texts = Object.fromEntries(Object.entries(TEXTS).flatMap(([option, key]) => {
      const text = textOption(values, option)
      return text === undefined ? [] : [[key, text.normalize('NFC').trim()]]
    }))
    write(folder, scaffold({ slug, from, today, ...texts }), context)
    return 0
  },
}

function mistakeOf(slug: string, from: string, values: OptionValues): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) return `a slug is small Latin letters, digits and hyphens, such as marriage-registration; got ${JSON.stringify(slug.slice(0, 60))}.`
  if (parseCalendarDate(from) === null) return `--from expects the first day in force such as 2026-11-21, got ${JSON.stringify(from.slice(0, 40))}.`
  const code = textOption(values, 'code')
  if (code !== undefined && !/^[0-9]\.[0-9]{6}$/.test(code)) return `--code expects a code such as 1.001193, got ${JSON.stringify(code.slice(0, 40))}.`
  const blank = Object.keys(TEXTS).find((name) => textOption(values, name)?.trim() === '')
  return blank === undefined ? undefined : `--${blank} is empty; leave it out to get a blank that motcua check reminds you of.`
}

function write(folder: string, files: ReadonlyMap<string, string>, context: CommandContext): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
    context.out(paint('dim', `  ${path.relative(context.cwd, file)}`, context))
  }
  const slug = path.basename(path.dirname(folder))
  context.out(paint('green', `${files.size} files.`, context))
  context.out(`Next: motcua check  names what is still blank; motcua preview ${slug}  opens the form.`)
}
