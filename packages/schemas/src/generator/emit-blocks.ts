import type { FormSource } from '../definition.ts'
import { BANNER } from './emit-definitions.ts'
import { printKey, printLiteral, printString } from './print.ts'

/** Modules of the blocks that can stand on their own. Option sets stand apart, so that two blocks share one chunk of countries. */
export function emitBlocks(blocks: ReadonlyMap<string, FormSource>): Map<string, string> {
  const files = new Map<string, string>()
  for (const [name, { optionSets, ...form }] of blocks) {
    const sets = Object.keys(optionSets)
    for (const set of sets) {
      files.set(`option-sets/${set}.ts`, [
        BANNER, "import type { Option } from '../../definition.ts'\n\n",
        `export const ${set}: Option[] = ${printLiteral(JSON.parse(JSON.stringify(optionSets[set])))}\n`,
      ].join(''))
    }
    files.set(`blocks/${name}.ts`, [
      BANNER, "import type { FormSource } from '../../definition.ts'\n",
      ...sets.map((set) => `import { ${set} } from '../option-sets/${set}.ts'\n`),
      `\nconst form: Omit<FormSource, 'optionSets'> = ${printLiteral(JSON.parse(JSON.stringify(form)))}\n\n`,
      `/** ${form.locales.vi.groups[name]?.legend ?? name}. */\n`,
      `export const block: FormSource = { ...form, optionSets: { ${sets.join(', ')} } }\n`,
    ].join(''))
  }
  files.set('blocks/loaders.ts', [
    BANNER, '\n/** Loads one block by its name. */\n', 'export const BLOCK_LOADERS = {\n',
    ...[...blocks.keys()].map((name) => `  ${printKey(name)}: () => import(${printString(`./${name}.ts`)}),\n`),
    '} as const\n',
  ].join(''))
  return files
}
