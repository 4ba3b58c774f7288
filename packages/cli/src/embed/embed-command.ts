import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { type Command, type CommandContext, textOption } from '../command.ts'
import { dayOf } from '../day.ts'
import { findSchemas } from '../find-schemas.ts'
import { findVersion } from '../find-version.ts'
import { openCatalogue, SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { browserBundle } from '../preview/browser-bundle.ts'
import { embedding } from './snippets.ts'

const manifestSchema = z.object({ files: z.record(z.string(), z.object({ integrity: z.string() })) })

export const EMBED: Command = {
  name: 'embed', usage: '<code|slug> --commune 30838 [--portal https://gateway.example] [--at /motcua/] [--chunks] [--on 2026-11-21] [--schemas folder] [--json]', summary: 'print what a commune pastes into its page, and the header to send',
  help: `
Prints the markup with the hash of each script, the files to serve, and the Content-Security-Policy. Nothing is written or sent.
Without --portal filing ends by hand-off. --at is the folder of the scripts on the site.
--chunks takes the loader in place of the one file: an import map then carries the hash of every chunk, and the policy its own.
Run it again after each update of @motcua/eforms: hashes change with the files.

Example
  motcua embed 2.000635 --commune 30838 --portal https://gateway.example
  motcua embed birth-registration --commune 30838 --chunks --json`,
  options: { commune: { type: 'string' }, portal: { type: 'string' }, at: { type: 'string' }, chunks: { type: 'boolean' }, on: { type: 'string' }, json: { type: 'boolean' }, ...SCHEMAS_OPTION }, takes: [1, 1],
  async run({ values, positionals: [wanted = ''] }, context) {
    const on = dayOf(values, 'embed', context)
    const commune = textOption(values, 'commune') ?? ''
    const portal = textOption(values, 'portal')
    const at = textOption(values, 'at') ?? '/motcua/'
    const mistakes = [
      ...(/^\d{5}$/.test(commune) ? [] : [`--commune is the five digits of a commune, got ${JSON.stringify(commune.slice(0, 20))}.`]),
      ...(portal === undefined || isOrigin(portal) ? [] : [`--portal is an origin such as https://gateway.example, got ${JSON.stringify(portal.slice(0, 80))}.`]),
      ...(/^\/([\w.~-]+\/)*$/.test(at) ? [] : [`--at is a path of the site that ends with a slash, such as /motcua/, got ${JSON.stringify(at.slice(0, 80))}.`]),
    ]
    for (const mistake of mistakes) context.err(`motcua embed: ${mistake}`)
    if (on === undefined || mistakes.length > 0) return 2
    const catalogue = await openCatalogue('embed', textOption(values, 'schemas'), context)
    const entry = catalogue && findVersion(catalogue, wanted, on, 'embed', context)
    if (entry === undefined) return catalogue === undefined ? 2 : 1
    const script = await browserBundle('embed', findSchemas(context.cwd, textOption(values, 'schemas')) ?? context.cwd, context)
    if (script === undefined) return 2

    await warnOfUnknownCommune(commune, context)
    const { procedure } = await entry.load()
    const folder = path.dirname(script)
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')))
    const { page, scripts, files } = embedding(manifest, {
      at, build: values.chunks === true ? 'chunks' : 'single', procedure: wanted, commune, portal, title: procedure.name.vi, handOff: { url: procedure.handOff.url, text: procedure.handOff.text.vi },
    })
    // Only a project that has the elements comes here: the command line runs without them.
    const { pagePolicy } = await import('@motcua/eforms/policy')
    const policy = pagePolicy({ ...(portal !== undefined && { gateway: portal }), scripts })
    if (values.json === true) context.out(JSON.stringify({ folder, files, page, header: { name: 'Content-Security-Policy', value: policy } }, null, 2))
    else print({ folder, files, page, policy, at }, context)
    return 0
  },
}

/** As `pagePolicy` takes it. */
function isOrigin(text: string): boolean { return /^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/.test(text) && URL.canParse(text) && new URL(text).origin === text }

/** Only a warning: communes merge and split, and a gateway may have a newer list. */
async function warnOfUnknownCommune(code: string, { err }: CommandContext): Promise<void> {
  const { communes } = await import('@motcua/schemas/communes')
  if (communes.find(code)) return
  err(`motcua embed: warning: the list of ${communes.asOf} has no commune ${code}; where there is none the form does not open.`)
  err('  Codes are those of Decision 19/2025/QĐ-TTg: look in schemas/reference/administrative-units.json, or ask communes of @motcua/schemas/communes.')
}

function print({ folder, files, page, policy, at }: { folder: string; files: readonly string[]; page: string; policy: string; at: string }, context: CommandContext): void {
  context.out(paint('bold', `1. Serve as ${at}, from ${folder}`, context))
  context.out(files.map((name) => `   ${name}`).join('\n'))
  context.out(paint('bold', '\n2. Paste into the page', context))
  context.out(page)
  context.out(paint('bold', '3. Send with the page, as one line', context))
  context.out(`Content-Security-Policy: ${policy}`)
}
