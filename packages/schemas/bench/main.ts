import { measureFootprint } from './footprint.ts'
import { holds, lineOf } from './measured.ts'
import { measureValidation } from './validate.ts'

/**
 * The figures of procedures as data, each beside what it must be. Part of `npm run bench`; alone:
 *
 *     node --conditions=@motcua/source packages/schemas/bench/main.ts
 */
export async function benchSchemas(say: (line: string) => void): Promise<{ missed: number }> {
  say('\nProcedures as data')
  const measured = [...measureValidation(say), ...(await measureFootprint())]
  for (const figure of measured) say(lineOf(figure))
  return { missed: measured.filter((figure) => !holds(figure)).length }
}

if (import.meta.main) await benchSchemas(console.log)
