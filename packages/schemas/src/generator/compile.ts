import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition, ItemDefinition, LocaleBundle, Option, PageDefinition, Procedure } from '../definition.ts'
import type { EverydayWords } from '../reference-types.ts'
import { bundleSchema, withoutAnnotations } from './bundle-schema.ts'
import { expandLayout } from './layout.ts'
import { type LocaleOptions, mergeLocale } from './locale.ts'
import { readOptionSets } from './option-sets.ts'
import { outlineSchema, type SchemaOutline } from './presence.ts'
import type { Report } from './problem.ts'
import { readSource } from './read-source.ts'
import type { BlockLocaleSource, BlocksSource, LayoutSource } from './sources.ts'
import { isJsonObject, type SourceTree } from './tree.ts'

/** One version of one procedure, compiled. */
export interface CompiledProcedure {
  folder: string
  definition: FormDefinition
  /** The bundled schema with titles and descriptions, for the TypeScript types. */
  annotatedSchema: JsonObject
  outline: SchemaOutline
  /** For searching only: no part of the definition. */
  alsoCalled?: EverydayWords
}

/**
 * Compiles the folder `procedures/<slug>/<effectiveFrom>`; undefined when it has a mistake, which is then reported. Each
 * step stops the next ones, so that one mistake is not named again by what builds on it.
 */
export function compileProcedure(tree: SourceTree, folder: string, reportTo: Report): CompiledProcedure | undefined {
  let mistakes = 0
  const report: Report = (problem) => {
    mistakes += 1
    reportTo(problem)
  }
  const source = readSource<Procedure & { $schema?: string; alsoCalled?: EverydayWords }>(tree, `${folder}/procedure.json`, report)
  const layout = readSource<LayoutSource>(tree, `${folder}/form.layout.json`, report)
  const schemaFile = `${folder}/form.schema.json`
  const schema = readSource<JsonObject>(tree, schemaFile, report)
  const blocks = readSource<BlocksSource>(tree, 'vocabulary/blocks.json', report)
  const forms = { vi: readLocale(tree, folder, 'vi', report), en: readLocale(tree, folder, 'en', report) }
  if (source === undefined || layout === undefined || schema === undefined || blocks === undefined || mistakes > 0) return undefined

  const optionSets = readOptionSets(tree, report)
  const { schema: annotatedSchema, origins } = bundleSchema({ tree, file: schemaFile, optionSets, report })
  if (mistakes > 0) return undefined
  const outline = outlineSchema(annotatedSchema, origins, report)
  if (mistakes > 0) return undefined
  const expanded = expandLayout({ layout, file: `${folder}/form.layout.json`, blocks, outline, report })
  if (mistakes > 0) return undefined
  const ruleIds = layout.rules.map((rule) => rule.id)
  const locale = (language: 'vi' | 'en'): LocaleBundle => mergeLocale({
    language, ...forms[language], layout: expanded, ruleIds, report,
  })
  const locales = { vi: locale('vi'), en: locale('en') }
  if (mistakes > 0) return undefined
  const { $schema: _, alsoCalled, ...procedure } = source
  const served = withoutAnnotations(annotatedSchema)
  return {
    folder, annotatedSchema, outline, ...(alsoCalled && { alsoCalled }),
    definition: {
      formatVersion: 1,
      procedure,
      schema: isJsonObject(served) ? served : {},
      pages: expanded.pages,
      rules: layout.rules,
      derivations: layout.derivations,
      optionSets: usedOptionSets(expanded.pages, optionSets),
      locales,
    },
  }
}

function readLocale(tree: SourceTree, folder: string, language: 'vi' | 'en', report: Report): Pick<LocaleOptions, 'form' | 'file' | 'blocks'> {
  const file = `${folder}/locales/${language}.json`
  return {
    file,
    form: readSource<Partial<LocaleBundle>>(tree, file, report) ?? {},
    blocks: readSource<BlockLocaleSource>(tree, `vocabulary/locales/${language}.json`, report) ?? { blocks: {} },
  }
}

/** The sets that the fields of these pages name. */
export function usedOptionSets(pages: readonly PageDefinition[], all: ReadonlyMap<string, Option[]>): Record<string, Option[]> {
  const named = (items: readonly ItemDefinition[]): string[] => items.flatMap((item) => (item.type === 'field' ? item.optionSet ?? [] : named(item.items)))
  const names = new Set(pages.flatMap((page) => named(page.items)))
  return Object.fromEntries([...names].sort().map((name) => [name, all.get(name) ?? []]))
}
