import { type Catalogue, CatalogueOverlapError, createCatalogue } from '@motcua/schemas/catalogue'
import { compileProcedure, indexEntry, procedureFolders, readTree, type SourceProblem } from '@motcua/schemas/generator'
import type { CommandContext } from './command.ts'
import { findSchemas, saysWhereSchemas } from './find-schemas.ts'

/**
 * The procedures a command speaks about: those of the schemas folder, or those of the installed `@motcua/schemas` where there is
 * none. Versions with mistakes are left out and named; undefined (and said) when nothing can be read.
 */
export async function openCatalogue(command: string, root: string | undefined, context: CommandContext): Promise<Catalogue | undefined> {
  const schemas = findSchemas(context.cwd, root)
  if (schemas === undefined) {
    if (root === undefined) return (await import('@motcua/schemas/catalogue')).catalogue
    saysWhereSchemas(command, root, context)
    return undefined
  }
  const problems: SourceProblem[] = []
  const tree = readTree(schemas, (problem) => { problems.push(problem) })
  const folders = procedureFolders(tree)
  const compiled = folders.flatMap((folder, index) => {
    context.progress?.(`Reading ${index + 1} of ${folders.length}: ${folder} …`)
    return compileProcedure(tree, folder, (problem) => { problems.push(problem) }) ?? []
  })
  const missing = folders.length - compiled.length
  if (problems.length > 0) context.err(`${missing} of ${folders.length} versions cannot be read for now; motcua check says why.`)
  const versions = compiled.map((procedure) => ({ entry: indexEntry(procedure), definition: procedure.definition }))
  const byPath = new Map(versions.map(({ entry, definition }) => [entry.path, definition]))
  try {
    return createCatalogue({
      entries: versions.map(({ entry }) => entry),
      load({ path }) {
        const definition = byPath.get(path)
        return definition === undefined ? Promise.reject(new TypeError(`no definition ${path}`)) : Promise.resolve(definition)
      },
    })
  } catch (error) {
    if (!(error instanceof CatalogueOverlapError)) throw error
    context.err(`motcua ${command}: ${error.message}. Run motcua check.`)
    return undefined
  }
}

/** Option every command has that speaks about procedures, and its line of help. */
export const SCHEMAS_OPTION = { schemas: { type: 'string' } } as const
