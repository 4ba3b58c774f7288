import type { Form, PageState } from '@motcua/form-core'
import type { FieldKind } from '@motcua/schemas/definition'

/** Kinds that are a sentence with a box to tick. */
export const AGREEMENTS: ReadonlySet<FieldKind> = new Set(['checkbox', 'consent'])

/** A last page that only asks for agreement (lời cam đoan): it is shown where it makes sense, under the answers it is about. */
export function closingPageOf(form: Form): PageState | undefined {
  const last = form.pages.value.at(-1)
  return last?.items.value.every((item) => item.type === 'field' && AGREEMENTS.has(item.definition.field)) ? last : undefined
}
