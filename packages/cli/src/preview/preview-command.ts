import { type Command, textOption } from '../command.ts'
import { dayOf } from '../day.ts'
import { findSchemas, saysWhereSchemas } from '../find-schemas.ts'
import { SCHEMAS_OPTION } from '../open-catalogue.ts'
import { paint } from '../paint.ts'
import { browserBundle } from './browser-bundle.ts'
import { compilePreview, type Preview } from './compile-preview.ts'

export const PREVIEW: Command = {
  name: 'preview', usage: '<slug> [--port 8080] [--lang vi|en] [--commune 30838] [--on 2026-11-21] [--schemas folder]', summary: 'open the form of a procedure in the browser',
  help: `
Serves the form on this machine, on a free port, under the policy a commune's page sends, and prints the address. Filing ends by
hand-off; nothing is sent anywhere. When its JSON changes, the page loads anew; a mistake is shown in its place, with file, line
and fix. Blanks ("FILL:") are shown as they stand. Ctrl-C stops it.
--commune is the commune whose page it plays; by default xã Mỹ Thuận, An Giang.
--on takes the version in force on a day; without one in force, the newest.

Example
  motcua preview extract-copy
  motcua preview birth-registration --lang en --port 8080`,
  options: { port: { type: 'string' }, lang: { type: 'string' }, commune: { type: 'string' }, on: { type: 'string' }, ...SCHEMAS_OPTION }, takes: [1, 1],
  async run({ values, positionals: [slug = ''] }, context) {
    const root = textOption(values, 'schemas')
    const schemas = findSchemas(context.cwd, root)
    if (schemas === undefined) {
      saysWhereSchemas('preview', root, context)
      return 2
    }
    const on = dayOf(values, 'preview', context)
    const language = textOption(values, 'lang') ?? 'vi'
    const port = textOption(values, 'port') ?? '0'
    const commune = textOption(values, 'commune') ?? '30838'
    if (language !== 'vi' && language !== 'en') context.err(`motcua preview: --lang is vi or en, got ${JSON.stringify(language.slice(0, 20))}.`)
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) context.err(`motcua preview: --port is a number up to 65535, got ${JSON.stringify(port.slice(0, 20))}.`)
    if (!/^\d{5}$/.test(commune)) context.err(`motcua preview: --commune is the five digits of a commune, got ${JSON.stringify(commune.slice(0, 20))}.`)
    if (on === undefined || !/^\d{5}$/.test(commune) || (language !== 'vi' && language !== 'en') || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) return 2

    const first = compilePreview(schemas, slug, on)
    if (first.kind === 'unknown') {
      context.err(`motcua preview: there is no procedure ${JSON.stringify(slug.slice(0, 60))}; there are ${first.known.join(', ')}. Begin one: motcua new procedure ${/^[a-z][a-z0-9-]*$/.test(slug) ? slug : '<slug>'}`)
      return 2
    }
    const script = await browserBundle('preview', schemas, context)
    if (script === undefined) return 2
    const say = (preview: Preview): void => {
      if (preview.kind === 'form') context.out(paint('green', `${slug}, version of ${preview.version}: ${preview.text.length} characters.`, context))
      else if (preview.kind === 'mistakes') for (const line of preview.lines) context.err(line)
      else context.err(`${slug} is gone.`)
    }
    // Only here is the generated code of the catalogue needed: generate must run without it.
    const { startPreview } = await import('./preview-server.ts')
    let server
    try {
      server = await startPreview({ schemas, slug, on, language, commune, script, port: Number(port), onCompiled: say })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))) throw error
      context.err(`motcua preview: port ${port} is taken. Leave --port out for a free one.`)
      return 2
    }
    context.out(`${paint('bold', server.url, context)}  (Ctrl-C stops it)`)
    await new Promise<void>((resolve) => {
      if (context.signal?.aborted === true) resolve()
      context.signal?.addEventListener('abort', () => { resolve() }, { once: true })
    })
    await server.close()
    return 0
  },
}
