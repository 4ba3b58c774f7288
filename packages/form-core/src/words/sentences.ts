import type { FieldKind } from '@motcua/schemas/definition'

/** Sentences of one language, with `{label}` and `{limit}`. A form says itself only what it can say better. */
export interface Sentences {
  /** By kind of field and issue code, before the generic ones. */
  kinds: Readonly<Partial<Record<FieldKind, Readonly<Record<string, string>>>>>
  /** By issue code; what has none of its own gets `other`. */
  generic: Readonly<Record<string, string>>
}
