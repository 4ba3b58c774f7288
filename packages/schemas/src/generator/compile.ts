import type { FormDefinition, Option, Procedure } from '../definition.ts'
import { bundleSchema, withoutAnnotations } from './bundle-schema.ts'
import { expandLayout } from './layout.ts'
import { mergeLocale } from './locale.ts'
import { readOptionSets } from './option-sets.ts'
import { outlineSchema, type SchemaOutline } from './presence.ts'
import type { Report } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BlockLocaleSource, BlocksSource, LayoutSource } from './sources.ts'
import { isJsonObject, type SourceTree } from './tree.ts'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { LocaleBundle } from '../definition.ts'

/** One version of one procedure, compiled. */
export interface CompiledProcedure {
  folder: string
  definition: FormDefinition
  /** The bundled schema with titles and descriptions, for the TypeScript types. */
  annotatedSchema: JsonObject
  outline: SchemaOutline
}

/** Compiles the folder `procedures/<slug>/<effectiveFrom>`; undefined when a file of it is missing. */
export function compileProcedure(tree: SourceTree, folder: string, report: Report): CompiledProcedure | undefined {
  const source = readSource<Procedure & { $schema?: string }>(tree, `${folder}/procedure.json`, report)
  const layout = readSource<LayoutSource>(tree, `${folder}/form.layout.json`, report)
  const schemaFile = `${folder}/form.schema.json`
  const schema = readSource<JsonObject>(tree, schemaFile, report)
  const blocks = readSource<BlocksSource>(tree, 'vocabulary/blocks.json', report)
  if (source === undefined || layout === undefined || schema === undefined || blocks === undefined) return undefined

  const optionSets = readOptionSets(tree, report)
  const annotatedSchema = bundleSchema({ tree, file: schemaFile, optionSets, report })
  const outline = outlineSchema(annotatedSchema, schemaFile, report)
  const expanded = expandLayout({ layout, file: `${folder}/form.layout.json`, blocks, outline, report })
  const ruleIds = layout.rules.map((rule) => rule.id)
  const locale = (language: 'vi' | 'en'): LocaleBundle => {
    const file = `${folder}/locales/${language}.json`
    const form = readSource<Partial<LocaleBundle>>(tree, file, report) ?? {}
    const words = readSource<BlockLocaleSource>(tree, `vocabulary/locales/${language}.json`, report) ?? { blocks: {} }
    return mergeLocale({ language, form, file, blocks: words, layout: expanded, ruleIds, report })
  }
  const { $schema: _, ...procedure } = source
  const served = withoutAnnotations(annotatedSchema)
  return {
    folder, annotatedSchema, outline,
    definition: {
      formatVersion: 1,
      procedure,
      schema: isJsonObject(served) ? served : {},
      pages: expanded.pages,
      rules: layout.rules,
      derivations: layout.derivations,
      optionSets: usedOptionSets(outline, optionSets),
      locales: { vi: locale('vi'), en: locale('en') },
    },
  }
}

function usedOptionSets(outline: SchemaOutline, all: ReadonlyMap<string, Option[]>): Record<string, Option[]> {
  const names = new Set([...outline.nodes.values()].map((node): JsonValue | undefined => node.schema.optionSet).filter((name) => typeof name === 'string'))
  return Object.fromEntries([...names].sort().map((name) => [name, all.get(name) ?? []]))
}
