/**
 * Build-time only: Node.js, reads `schemas/`, writes TypeScript. Nothing a page or a gateway runs imports this; it needs
 * the optional peers jsonc-parser and json-schema-to-typescript.
 */
export { compileBlocks } from './compile-blocks.ts'
export { compileProcedure, type CompiledProcedure } from './compile.ts'
export { compileAll, generateFiles } from './generate.ts'
export { indexEntry } from './emit-definitions.ts'
export { forOtherProjects } from './other-projects.ts'
export { readOptionSets } from './option-sets.ts'
export type { SchemaOutline } from './presence.ts'
export { childPointer, pointerTokens, valueAt } from './pointer.ts'
export type { Report, SourceProblem } from './problem.ts'
export { readJson, type SyntaxMistake } from './syntax.ts'
export { isJsonObject, procedureFolders, readTree, type SourceFile, type SourceTree } from './tree.ts'
