import type { CompiledProcedure } from './compile.ts'
import { BANNER } from './emit-definitions.ts'
import { printLiteral } from './print.ts'

/** Module of what people call each procedure, from its newest version. */
export function emitEverydayWords(newest: Iterable<CompiledProcedure>): Map<string, string> {
  const words = [...newest].flatMap(({ definition: { procedure: { slug } }, alsoCalled }) => (alsoCalled ? [[slug, { vi: alsoCalled.vi, en: alsoCalled.en }] as const] : []))
  return new Map([['reference/everyday-words.ts', [
    BANNER,
    "import type { EverydayWords } from '../../reference-types.ts'\n\n",
    '/** What people say when they mean a procedure, by its slug. */\n',
    `export const EVERYDAY_WORDS: Readonly<Record<string, EverydayWords>> = ${printLiteral(Object.fromEntries(words))}\n`,
  ].join('')]])
}
