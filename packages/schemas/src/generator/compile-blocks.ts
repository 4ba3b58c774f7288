import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormSource, LocaleBundle } from '../definition.ts'
import { bundleSchema, withoutAnnotations } from './bundle-schema.ts'
import { usedOptionSets } from './compile.ts'
import { expandLayout } from './layout.ts'
import { mergeLocale } from './locale.ts'
import { readOptionSets } from './option-sets.ts'
import { checkPaperMarks } from './paper-marks.ts'
import { childPointer, pointerTokens, valueAt } from './pointer.ts'
import { outlineSchema } from './presence.ts'
import type { Report } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BlockLocaleSource, BlockSource, BlocksSource, LayoutSource } from './sources.ts'
import { isJsonObject, type SourceTree } from './tree.ts'

const FILE = 'vocabulary/blocks.json'

/** The blocks that name a schema, each as a form of one page with its own questions, by name. Mistakes are reported. */
export function compileBlocks(tree: SourceTree, reportTo: Report): ReadonlyMap<string, FormSource> {
  const blocks = readSource<BlocksSource>(tree, FILE, reportTo)
  const locales = {
    vi: readSource<BlockLocaleSource>(tree, 'vocabulary/locales/vi.json', reportTo),
    en: readSource<BlockLocaleSource>(tree, 'vocabulary/locales/en.json', reportTo),
  }
  const { vi, en } = locales
  const compiled = new Map<string, FormSource>()
  // Those that only procedures use are in no form of their own.
  for (const [name, { items }] of Object.entries(blocks?.blocks ?? {})) {
    for (const [index, item] of items.entries()) checkPaperMarks(item, { file: FILE, at: childPointer(`/blocks/${name}/items`, index), report: reportTo })
  }
  if (blocks === undefined || vi === undefined || en === undefined) return compiled
  for (const [name, block] of Object.entries(blocks.blocks)) {
    const form = compileBlock({ tree, name, block, blocks, words: { vi, en }, reportTo })
    if (form !== undefined) compiled.set(name, form)
  }
  return compiled
}

interface CompileBlockOptions {
  tree: SourceTree
  name: string
  block: BlockSource
  blocks: BlocksSource
  words: Record<'vi' | 'en', BlockLocaleSource>
  reportTo: Report
}

function compileBlock({ tree, name, block, blocks, words, reportTo }: CompileBlockOptions): FormSource | undefined {
  if (block.schema === undefined) return undefined
  let mistakes = 0
  const report: Report = (problem) => {
    mistakes += 1
    // What the block and its schema disagree on is named where the two meet.
    reportTo(problem.file === FILE ? { ...problem, pointer: childPointer(`/blocks/${name}`, 'schema') } : problem)
  }
  const [file = '', pointer = ''] = block.schema.split('#')
  if (valueAt(tree.get(`vocabulary/${file}`)?.value, pointer) === undefined) {
    report({
      code: 'broken-reference', file: FILE, pointer: '', message: `The reference "${block.schema}" leads nowhere.`,
      fix: 'Name a definition of a file beside this one, for example "address.schema.json#/$defs/address".',
    })
    return undefined
  }
  const optionSets = readOptionSets(tree, report)
  const { schema, origins } = bundleSchema({ tree, file: `vocabulary/${file}`, pointer, optionSets, report })
  const asked = partAskedFor(schema, block.items.map(({ at }) => at))
  const outline = outlineSchema(asked, origins, report)
  const layout: LayoutSource = { pages: [{ id: name, items: [{ block: name, at: '', id: name }] }], rules: [], derivations: [] }
  const expanded = expandLayout({ layout, file: FILE, blocks, outline, report })
  const bundle = (language: 'vi' | 'en'): LocaleBundle => mergeLocale({
    language, form: { pages: { [name]: { title: words[language].blocks[name]?.legend ?? name } } }, file: `vocabulary/locales/${language}.json`,
    blocks: words[language], layout: expanded, ruleIds: [], report,
  })
  const locales = { vi: bundle('vi'), en: bundle('en') }
  const served = withoutAnnotations(asked)
  return mistakes > 0 || !isJsonObject(served) ? undefined : {
    formatVersion: 1,
    procedure: { slug: name, effectiveFrom: '' },
    schema: served,
    pages: expanded.pages,
    rules: [],
    derivations: [],
    optionSets: usedOptionSets(expanded.pages, optionSets),
    locales,
  }
}

/**
 * The members that the block's questions fill. A vocabulary object may be asked for by several blocks: a person's name
 * and nationality by one, the papers by another.
 */
function partAskedFor(schema: JsonObject, pointers: readonly string[]): JsonObject {
  const names = new Set(pointers.map((pointer) => pointerTokens(pointer)[0]))
  const asked = (members: JsonObject): JsonObject => Object.fromEntries(Object.entries(members).filter(([name]) => names.has(name)))
  const { properties, required, allOf, $defs, ...rest } = schema
  const conditions = (Array.isArray(allOf) ? allOf : []).filter(isJsonObject).filter((condition) => namesOf(condition).every((name) => names.has(name)))
  const part: JsonObject = {
    ...rest,
    ...(isJsonObject(properties) && { properties: asked(properties) }),
    ...(Array.isArray(required) && { required: required.filter((name) => names.has(String(name))) }),
    ...(conditions.length > 0 && { allOf: conditions }),
  }
  const definitions = isJsonObject($defs) ? $defs : {}
  const needed = referredTo(part, definitions)
  return { ...part, $defs: Object.fromEntries(Object.entries(definitions).filter(([name]) => needed.has(name))) }
}

/** Names of the definitions that a schema leads to. */
function referredTo(node: JsonValue, definitions: JsonObject, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  for (const [key, value] of Object.entries(node)) {
    const name = key === '$ref' ? String(value).slice('#/$defs/'.length) : undefined
    if (name === undefined) referredTo(value, definitions, found)
    else if (!found.has(name)) referredTo(definitions[name] ?? null, definitions, found.add(name))
  }
  return found
}

/** Members that a conditional speaks of. */
function namesOf(condition: JsonObject): string[] {
  return Object.values(condition).filter(isJsonObject).flatMap(({ properties, required }) => [
    ...(isJsonObject(properties) ? Object.keys(properties) : []), ...(Array.isArray(required) ? required.map(String) : []),
  ])
}
