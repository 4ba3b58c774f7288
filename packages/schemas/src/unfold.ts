import type { JsonSchema, LocaleBundle, Option, PageDefinition } from './definition.ts'
import type { WordsPart } from './definition-parts.ts'

/** A page or an item of it as served: with its words beside it. A field says neither that it is one nor that it must be answered. */
export interface ServedItem {
  type?: 'field' | 'group' | 'repeat'
  id?: string
  pointer?: string
  required?: boolean
  words?: object | null
  items?: ServedItem[]
}

/** The pages in full. Their words go to `words`, from beside them or, where they left for a part, from `apart`, in the order of the pages. */
export function unfoldPages(pages: readonly ServedItem[], words: LocaleBundle, apart: WordsPart = []): PageDefinition[] {
  let next = 0
  const unfold = ({ words: beside = apart[next++], items, ...item }: ServedItem, isPage: boolean): ServedItem => {
    if (beside) (isPage ? words.pages : item.pointer === undefined ? words.groups : words.fields)[item.pointer ?? item.id ?? ''] = beside as never
    return items ? { ...item, items: items.map((inner) => unfold(inner, false)) } : { type: 'field', required: true, ...item }
  }
  return pages.map((page) => unfold(page, true) as PageDefinition)
}

/** A node of a served schema whose `enum` is an option set but for a few values. */
interface NamedEnum { enum: { optionSet: string; except?: string[] } }

function isNamedEnum(value: object): value is NamedEnum {
  return 'enum' in value && typeof value.enum === 'object' && value.enum !== null && 'optionSet' in value.enum
}

/** `"enum": { "optionSet": "countries", "except": ["VN"] }` of a served schema becomes the list it stands for, in place. */
export function unfoldSchema(schema: JsonSchema, optionSets: Readonly<Record<string, readonly Option[]>>): void {
  for (const node of placesOf(schema, isNamedEnum)) {
    const { optionSet, except = [] } = node.enum
    Object.assign(node, { enum: (optionSets[optionSet] ?? []).map((option) => option.value).filter((name) => !except.includes(name)) })
  }
}

/** Every object of a kind, in the order they stand; those that hold others come first. */
export function* placesOf<Place extends object>(value: unknown, is: (value: object) => value is Place): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  if (is(value)) yield value
  for (const child of Object.values(value)) yield* placesOf(child, is)
}
