/** What generated code imports of this package, as another project can reach it. */
const PUBLISHED: ReadonlyArray<readonly [RegExp, string]> = [
  [/'(?:\.\.\/)+definition\.ts'/g, "'@motcua/schemas/definition'"],
  [/'(?:\.\.\/)+(?:served|definition-parts)\.ts'/g, "'@motcua/schemas/served'"],
  [/'(?:\.\.\/)+reference-types\.ts'/g, "'@motcua/schemas/reference'"],
  [/'(?:\.\.\/)+zod\/(?:checks|issues)\.ts'/g, "'@motcua/schemas/zod-support'"],
]

/** Generated files that import the published packages and one another by `.js`, for folders outside of this package. */
export function forOtherProjects(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].map(([name, text]) => [name, PUBLISHED
    .reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
    .replaceAll(/((?:from |import\()'\.{1,2}\/[^']*)\.ts'/g, "$1.js'")]))
}
