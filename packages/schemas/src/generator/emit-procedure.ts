import type { CompiledProcedure } from './compile.ts'
import { BANNER, indexEntry } from './emit-definitions.ts'
import { emitTypes } from './emit-types.ts'
import { emitZod } from './emit-zod.ts'
import { printLiteral } from './print.ts'

/** Modules of one procedure for agency code: types, zod schema, definition and metadata of its newest version. */
export async function emitProcedure(compiled: CompiledProcedure): Promise<Map<string, string>> {
  const { annotatedSchema, definition } = compiled
  const { slug, effectiveFrom, name } = definition.procedure
  const type = `${slug.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}Answers`
  return new Map([
    [`procedures/${slug}/types.ts`, await emitTypes(annotatedSchema, definition.locales.vi, definition.rules)],
    [`procedures/${slug}/zod.ts`, emitZod(annotatedSchema)],
    [`procedures/${slug}.ts`, [
      BANNER,
      "import type { DefinitionIndexEntry } from '../../definition.ts'\n",
      "import { parseWith, type ParseResult } from '../../zod/issues.ts'\n",
      `import type { Answers } from './${slug}/types.ts'\n`,
      `import { answersSchema } from './${slug}/zod.ts'\n\n`,
      `export { definition } from '../definitions/${slug}/${effectiveFrom}.ts'\n`,
      `export { answersSchema } from './${slug}/zod.ts'\n`,
      "export type { ParseResult } from '../../zod/issues.ts'\n",
      `export type { Answers, Answers as ${type} } from './${slug}/types.ts'\n\n`,
      `/** ${name.vi} (${name.en}), version of ${effectiveFrom}. */\n`,
      `export const metadata: DefinitionIndexEntry = ${printLiteral(JSON.parse(JSON.stringify(indexEntry(compiled))))}\n\n`,
      '/** Parses unknown answers; what is wrong comes as `{ pointer, code }`, the same set the JSON Schema gives. */\n',
      'export function parseAnswers(input: unknown): ParseResult<Answers> {\n',
      '  return parseWith<Answers>(answersSchema, input)\n',
      '}\n',
    ].join('')],
  ])
}
