import type { Issue } from '@motcua/core/issue'
import type { FormSource, LocaleBundle } from '@motcua/schemas/definition'
import { modelOf } from './model/model.ts'
import { own } from './own.ts'
import type { Sentences } from './words/sentences.ts'
import { SENTENCES_VI } from './words/vi.ts'

/** What a message is made of in one language; sentences that are missing are those of the base. */
export interface MessageWords {
  /** BCP 47 tag, for numbers. */
  tag: string
  bundle: LocaleBundle
  /** Generic sentences by issue code, with `{label}` and `{limit}`. */
  sentences: Readonly<Record<string, string>>
  /** @default the Vietnamese */
  base?: Sentences
}

/** A pointer with row keys or indexes as the locale writes it: `/witnesses/r2/name` → `/witnesses/-/name`. */
export function localePointer(pointer: string, definition: FormSource): string {
  // One message in a form of a thousand questions must not walk all of them.
  for (const repeat of modelOf(definition).repeats.keys()) {
    if (pointer.startsWith(`${repeat}/`)) return `${repeat}/${['-', ...pointer.slice(repeat.length + 1).split('/').slice(1)].join('/')}`
  }
  return pointer
}

/** As {@link message}, with words that the caller brings: a page that speaks Vietnamese carries no English. */
export function messageIn(issue: Issue, definition: FormSource, { tag, bundle, sentences, base = SENTENCES_VI }: MessageWords): string {
  const pointer = localePointer(issue.pointer, definition)
  const text = own(bundle.fields, pointer)
  const ofField = own(text?.messages ?? {}, issue.code)
  const rule = issue.source === 'rule' ? own(bundle.rules, issue.code) : undefined
  const added = own(sentences, issue.code)
  const kind = issue.source === 'schema' ? modelOf(definition).fields.get(pointer)?.definition.field : undefined
  const ofKind = kind && own(base.kinds[kind] ?? {}, issue.code)
  const generic = own(base.generic, issue.code) ?? (issue.source === 'schema' ? base.generic.other : base.generic[issue.source])
  const values = { ...issue.params, label: text?.label ?? issue.pointer }
  return (ofField ?? rule ?? added ?? ofKind ?? generic ?? '').replaceAll(/\{(\w+)\}/g, (all, name: string) => (own<string | number | boolean>(values, name) ?? all).toLocaleString(tag))
}
