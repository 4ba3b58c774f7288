import { PdfSyntaxError } from './values.ts'
import { readTextString } from './text.ts'
import type { PdfFile } from './file.ts'
import type { PdfDict, PdfRef, PdfValue } from './values.ts'

/** A terminal field of the form. */
export interface FormField {
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** Full name, parts joined by dots. */
  readonly name: string
  readonly type: string | undefined
  readonly value: PdfValue | undefined
}

const MAX_FIELDS = 10_000

/** Terminal fields in the order of the form; inherited type and value filled in. */
export function readFields(file: PdfFile, revision?: number): FormField[] {
  const form = file.resolveDict(file.catalog(revision).dict.entries.get('AcroForm'), revision)
  const roots = file.resolve(form?.entries.get('Fields'), revision)
  const fields: FormField[] = []
  const seen = new Set<number>()
  const pending: { item: PdfValue; prefix: string; inherited: Pick<FormField, 'type' | 'value'> }[] = []
  const push = (items: readonly PdfValue[], prefix: string, inherited: Pick<FormField, 'type' | 'value'>): void => {
    for (const item of [...items].reverse()) pending.push({ item, prefix, inherited })
  }
  if (roots?.kind === 'array') push(roots.items, '', { type: undefined, value: undefined })
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { item, prefix, inherited } = next
    const dict = file.resolveDict(item, revision)
    if (item.kind !== 'ref' || !dict) throw new PdfSyntaxError('the list of form fields is broken')
    if (seen.has(item.num) || seen.size > MAX_FIELDS) throw new PdfSyntaxError('the form fields run in a circle or are too many', 'LOOP_LIMIT')
    seen.add(item.num)
    const partial = dict.entries.get('T')
    const name = [prefix, partial?.kind === 'string' ? readTextString(partial.bytes) : ''].filter(Boolean).join('.')
    const type = dict.entries.get('FT')
    const own = { type: type?.kind === 'name' ? type.name : inherited.type, value: dict.entries.get('V') ?? inherited.value }
    const kids = file.resolve(dict.entries.get('Kids'), revision)
    const hasChildFields = kids?.kind === 'array' && kids.items.some((kid) => file.resolveDict(kid, revision)?.entries.has('T'))
    if (kids?.kind === 'array' && hasChildFields) push(kids.items, name, own)
    else fields.push({ ref: item, dict, name, ...own })
  }
  return fields
}
