import { PdfParser } from './parser.ts'
import { PdfSyntaxError } from './values.ts'
import type { PdfFile } from './file.ts'
import type { Revision } from './revision.ts'
import type { ReasonCode } from '../reasons.ts'

/**
 * Checks that every byte is accounted for. Each revision's objects stand inside that revision; a later revision holds its
 * objects, its table and white space, and nothing else. Bytes that no table knows are what shadow attacks are made of:
 * another reader, which rebuilds the table, would find them.
 */
export function checkLayout(file: PdfFile): ReasonCode[] {
  const reasons = new Set<ReasonCode>()
  file.revisions.forEach((revision, index) => {
    const start = file.revisions[index - 1]?.end ?? 0
    let position = start
    for (const { from, to } of occupied(file, revision, index, start, reasons)) {
      inspectGap(file, index, position, from, reasons)
      position = Math.max(position, to)
    }
    inspectGap(file, index, position, revision.xrefStart, reasons)
  })
  return [...reasons]
}

function occupied(file: PdfFile, revision: Revision, index: number, start: number, reasons: Set<ReasonCode>): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  for (const [num, entry] of revision.entries) {
    // What an object stream holds takes no room of its own; reading it finds what is wrong with it.
    if (entry.kind === 'compressed') file.getObject(num, index)
    if (entry.kind !== 'used' || entry.offset === revision.xrefStart) continue
    if (entry.offset < start) {
      // A later table that points back into the signed part swaps one signed object for another.
      const before = file.entry(num, index - 1)
      if (before?.kind !== 'used' || before.offset !== entry.offset) reasons.add('DUPLICATE_OBJECT_SHADOW')
      continue
    }
    const object = file.getObject(num, index)
    if (!object || object.end > revision.xrefStart) throw new PdfSyntaxError(`object ${num} stands outside its revision`)
    spans.push({ from: object.start, to: object.end })
  }
  return spans.sort((a, b) => a.from - b.from)
}

function inspectGap(file: PdfFile, index: number, from: number, to: number, reasons: Set<ReasonCode>): void {
  if (to < from) {
    reasons.add('DUPLICATE_OBJECT_SHADOW')
    return
  }
  const parser = new PdfParser(file.bytes.subarray(0, to), from)
  parser.skipWhite()
  if (parser.position >= to) return
  const text = new TextDecoder('latin1').decode(file.bytes.subarray(from, to))
  const hidden = [...text.matchAll(/(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj/g)].map((match) => Number(match[1]))
  if (hidden.some((num) => (file.entry(num, index)?.kind ?? 'free') !== 'free')) reasons.add('DUPLICATE_OBJECT_SHADOW')
  // Makers leave unused objects in the first revision; it is signed as a whole, so they do no harm there.
  else if (index > 0) reasons.add('APPENDED_WITHOUT_XREF')
}
