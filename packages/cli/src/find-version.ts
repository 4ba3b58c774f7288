import { type Catalogue, type CatalogueEntry, ProcedureNotInForceError, UnknownProcedureError } from '@motcua/schemas/catalogue'
import type { CommandContext } from './command.ts'

/** The version in force on a day, by slug or code; undefined (and said) when there is none. */
export function findVersion(catalogue: Catalogue, slugOrCode: string, on: string, command: string, context: CommandContext): CatalogueEntry | undefined {
  try {
    return catalogue.find(slugOrCode, { on })
  } catch (error) {
    if (error instanceof UnknownProcedureError) {
      context.err(`motcua ${command}: there is no procedure ${JSON.stringify(slugOrCode.slice(0, 60))}. motcua list names them; a code such as 2.000635 will do too.`)
    } else if (error instanceof ProcedureNotInForceError) {
      const until = error.nearestTo === null ? 'on' : `to ${error.nearestTo}`
      context.err(`motcua ${command}: no version of ${error.slug} is in force on ${on}; the nearest one runs from ${error.nearestFrom} ${until}.`)
      context.err(error.isSuccessorPending ? '  The law changes then and its successor is not yet published.' : `  Ask for that time: --on ${error.nearestFrom}`)
    } else throw error
    return undefined
  }
}
