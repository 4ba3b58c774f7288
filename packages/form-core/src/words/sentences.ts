import type { FieldKind } from '@motcua/schemas/definition'

/** Sentences of one language, with `{label}` and `{limit}`. A form says itself only what it can say better. In the tone of all words: what to do begins with “Hãy”, in English with the verb, without “vui lòng” and “please”. */
export interface Sentences {
  /** By kind of field and issue code, before the generic ones. */
  kinds: Readonly<Partial<Record<FieldKind, Readonly<Record<string, string>>>>>
  /** By issue code; what has none of its own gets `other`. */
  generic: Readonly<Record<string, string>>
}
