import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { ItemDefinition, LocaleBundle, Option, PageDefinition } from './definition.ts'
import type { ServedItem } from './unfold.ts'

export interface FoldedPages {
  pages: ServedItem[]
  /** Words of pages and items in their order, null where there are none: for a definition whose words leave for a part. */
  apart: Array<object | null>
  /** Words of what is on no page. */
  rest: LocaleBundle
}

/**
 * Pages as they are served: labels and hints stand beside what they are said of, where they compress best. The opposite is
 * `unfoldPages`.
 */
export function foldPages(pages: readonly PageDefinition[], words: LocaleBundle): FoldedPages {
  const rest = { ...words, pages: { ...words.pages }, groups: { ...words.groups }, fields: { ...words.fields } }
  const apart: Array<object | null> = []
  const take = (of: Record<string, object>, name: string): { words?: object } => {
    const own = of[name]
    delete of[name]
    apart.push(own ?? null)
    return own === undefined ? {} : { words: own }
  }
  const fold = (item: ItemDefinition): ServedItem => {
    if (item.type === 'group') return { ...item, ...take(rest.groups, item.id), items: item.items.map(fold) }
    const own = take(rest.fields, item.pointer)
    if (item.type === 'repeat') return { ...item, ...own, items: item.items.map(fold) }
    const { type: _, required, ...field } = item
    return { ...field, ...(!required && { required }), ...own }
  }
  return { pages: pages.map(({ items, ...page }) => ({ ...page, ...take(rest.pages, page.id), items: items.map(fold) })), apart, rest }
}

/** The same pages without the words beside them. */
export function withoutWords(pages: readonly ServedItem[]): ServedItem[] {
  return pages.map((page) => {
    const { words: _, items, ...item } = page
    return items ? { ...item, items: withoutWords(items) } : item
  })
}

/** A schema as it is served: an `enum` that lists a set, but for a few values, names the set. The opposite is `unfoldSchema`. */
export function foldSchema(node: JsonValue, sets: Readonly<Record<string, readonly Option[]>>): JsonValue {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((item) => foldSchema(item, sets))
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(node)) out[key] = (key === 'enum' && Array.isArray(value) ? setBehind(value, sets) : undefined) ?? foldSchema(value, sets)
  return out
}

const MOST_EXCEPTIONS = 5

function setBehind(values: readonly JsonValue[], sets: Readonly<Record<string, readonly Option[]>>): JsonObject | undefined {
  for (const [name, options] of Object.entries(sets)) {
    const except = options.map((option) => option.value).filter((value) => !values.includes(value))
    const left = options.filter((option) => !except.includes(option.value))
    if (except.length > MOST_EXCEPTIONS || except.length >= values.length || left.length !== values.length || !left.every((option, index) => option.value === values[index])) continue
    return except.length === 0 ? { optionSet: name } : { optionSet: name, except }
  }
  return undefined
}
