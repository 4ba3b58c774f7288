/**
 * Build-time only: Node.js, reads `schemas/`, writes TypeScript. Nothing a page or a gateway runs imports this; it needs
 * the optional peers jsonc-parser, json-schema-to-typescript and @cfworker/json-schema.
 */
export { compileProcedure, type CompiledProcedure } from './compile.ts'
export { compileAll, generateFiles } from './generate.ts'
export { readOptionSets } from './option-sets.ts'
export { childPointer, valueAt } from './pointer.ts'
export type { Report, SourceProblem } from './problem.ts'
export { isJsonObject, procedureFolders, readTree, type SourceFile, type SourceTree } from './tree.ts'
