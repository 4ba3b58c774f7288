import type { SourceProblem, SourceTree } from '@motcua/schemas/generator'

/** The meta-schema a file is held against, by its path below `schemas/`; undefined for files of no known kind. */
export function metaSchemaOf(path: string): string | undefined {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1]
}

/** Folder of the procedure version a file belongs to; undefined for what all procedures share. */
function procedureOf(path: string): string | undefined {
  return /^procedures\/[^/]+\/[^/]+/.exec(path)?.[0]
}

/** The tree without the procedures that have a problem: what is left can be compiled. */
export function soundPart(tree: SourceTree, problems: readonly SourceProblem[]): SourceTree {
  const broken = new Set(problems.map((problem) => procedureOf(problem.file)))
  // A mistake in what all share would only show again in every procedure.
  if (broken.has(undefined)) return new Map()
  return new Map([...tree].filter(([path]) => !broken.has(procedureOf(path)) || procedureOf(path) === undefined))
}

const VERSION = '^procedures/[^/]+/[^/]+/'
const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`${VERSION}procedure\\.json$`), 'meta/procedure.schema.json'],
  [new RegExp(`${VERSION}form\\.schema\\.json$`), 'meta/form.profile.json'],
  [new RegExp(`${VERSION}form\\.layout\\.json$`), 'meta/layout.schema.json'],
  [new RegExp(`${VERSION}locales/(vi|en)\\.json$`), 'meta/locale.schema.json'],
  [new RegExp(`${VERSION}samples/(valid|invalid)/[^/]+\\.json$`), 'meta/sample.schema.json'],
  [/^vocabulary\/[^/]+\.schema\.json$/, 'meta/form.profile.json'],
  [/^vocabulary\/blocks\.json$/, 'meta/blocks.schema.json'],
  [/^vocabulary\/locales\/(vi|en)\.json$/, 'meta/block-locale.schema.json'],
  [/^reference\/option-sets\.json$/, 'meta/option-sets.schema.json'],
]
