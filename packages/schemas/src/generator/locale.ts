import type { LocaleBundle } from '../definition.ts'
import type { ExpandedLayout } from './layout.ts'
import { childPointer } from './pointer.ts'
import type { Report } from './problem.ts'
import type { BlockLocaleSource } from './sources.ts'

export interface LocaleOptions {
  language: 'vi' | 'en'
  form: Partial<LocaleBundle>
  file: string
  blocks: BlockLocaleSource
  layout: ExpandedLayout
  ruleIds: string[]
  report: Report
}

/** Words of the form: those of the blocks it uses, then its own on top. Reports what is missing and what nothing uses. */
export function mergeLocale(options: LocaleOptions): LocaleBundle {
  const { form, blocks, layout } = options
  const fields: LocaleBundle['fields'] = {}
  const groups: LocaleBundle['groups'] = {}
  for (const use of layout.uses) {
    const words = blocks.blocks[use.block]
    if (words === undefined) continue
    groups[use.id] = { legend: words.legend, ...(words.hint === undefined ? {} : { hint: words.hint }) }
    for (const [relative, field] of Object.entries(words.fields)) fields[use.at + relative] = field
  }
  for (const [id, group] of Object.entries(form.groups ?? {})) groups[id] = { ...groups[id], ...group }
  for (const [pointer, field] of Object.entries(form.fields ?? {})) {
    const known = fields[pointer]
    fields[pointer] = known === undefined ? field : { ...known, ...field, messages: { ...known.messages, ...field.messages } }
  }
  const bundle: LocaleBundle = { pages: form.pages ?? {}, groups, fields, rules: form.rules ?? {} }
  checkWords('pages', bundle.pages, layout.pages.map((page) => page.id), options)
  checkWords('groups', bundle.groups, layout.groups, options)
  checkWords('fields', bundle.fields, layout.fields, options)
  checkWords('rules', bundle.rules, options.ruleIds, options)
  nameRepeats(bundle, layout)
  return bundle
}

/** What is wrong with a list as such (“at least two”) names it: by its own legend, else by the page that asks for it. */
function nameRepeats({ pages, groups, fields }: LocaleBundle, layout: ExpandedLayout): void {
  for (const { id, items } of layout.pages) {
    for (const item of items) {
      if (item.type !== 'repeat') continue
      const label = groups[item.pointer]?.legend ?? pages[id]?.title
      if (label !== undefined) fields[item.pointer] = { label }
    }
  }
}

function checkWords(kind: keyof LocaleBundle, words: Record<string, unknown>, wanted: string[], { file, language, form, report }: LocaleOptions): void {
  for (const key of wanted) {
    if (!Object.hasOwn(words, key)) {
      report({
        code: 'missing-words', file, pointer: `/${kind}`, message: `The ${language} words for "${key}" are missing under "${kind}".`,
        fix: `Add "${key}" under "${kind}" in ${language === 'vi' ? 'Vietnamese' : 'English'}.`,
      })
    }
  }
  for (const key of Object.keys(form[kind] ?? {})) {
    if (!wanted.includes(key)) {
      report({
        code: 'unused-words', file, pointer: childPointer(`/${kind}`, key), message: `Nothing in the form is called "${key}".`,
        fix: 'Correct the key to the pointer or id used in form.layout.json, or remove the entry.',
      })
    }
  }
}
