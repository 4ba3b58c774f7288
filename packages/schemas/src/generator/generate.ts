import { compileProcedure, type CompiledProcedure } from './compile.ts'
import { compileBlocks } from './compile-blocks.ts'
import { emitBlocks } from './emit-blocks.ts'
import { emitDefinitions } from './emit-definitions.ts'
import { emitEverydayWords } from './emit-everyday-words.ts'
import { emitProcedure } from './emit-procedure.ts'
import { emitReference } from './emit-reference.ts'
import type { Report } from './problem.ts'
import { procedureFolders, type SourceTree } from './tree.ts'

/** Compiles every procedure of the tree; those with a missing file are reported and left out. */
export function compileAll(tree: SourceTree, report: Report): CompiledProcedure[] {
  return procedureFolders(tree).map((folder) => compileProcedure(tree, folder, report)).filter((compiled) => compiled !== undefined)
}

/** All generated files by path relative to `packages/schemas/src/generated`. The same tree gives the same bytes. */
export async function generateFiles(tree: SourceTree, report: Report): Promise<Map<string, string>> {
  const compiled = compileAll(tree, report)
  // Folders are sorted by date, so the newest version of a slug wins.
  const newest = new Map(compiled.map((procedure) => [procedure.definition.procedure.slug, procedure]))
  const procedures = await Promise.all([...newest.values()].map(emitProcedure))
  return new Map([...emitDefinitions(compiled), ...emitBlocks(compileBlocks(tree, report)), ...emitReference(tree, report), ...emitEverydayWords(newest.values()), ...procedures.flatMap((files) => [...files])])
}
