import { PdfSyntaxError } from './values.ts'
import type { PdfFile } from './file.ts'
import type { PdfDict, PdfRef } from './values.ts'

const MAX_PAGES = 20_000

/** Pages in reading order. Throws {@link PdfSyntaxError} with `LOOP_LIMIT` when the tree runs in a circle. */
export function readPages(file: PdfFile, revision?: number): { ref: PdfRef; dict: PdfDict }[] {
  const pages: { ref: PdfRef; dict: PdfDict }[] = []
  const seen = new Set<number>()
  const pending = [file.catalog(revision).dict.entries.get('Pages')]
  while (pending.length > 0) {
    const ref = pending.pop()
    const dict = file.resolveDict(ref, revision)
    if (ref?.kind !== 'ref' || !dict) throw new PdfSyntaxError('the page tree is broken')
    if (seen.has(ref.num) || seen.size > MAX_PAGES) throw new PdfSyntaxError('the page tree runs in a circle or is too large', 'LOOP_LIMIT')
    seen.add(ref.num)
    const kids = file.resolve(dict.entries.get('Kids'), revision)
    if (kids?.kind === 'array') for (const kid of [...kids.items].reverse()) pending.push(kid)
    else pages.push({ ref, dict })
  }
  return pages
}
