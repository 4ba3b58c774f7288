import { decodeStream, numberAt } from './decode-stream.ts'
import { readIndirectObject } from './indirect-object.ts'
import { isWhite, PdfParser } from './parser.ts'
import { PdfSyntaxError } from './values.ts'
import type { PdfDict } from './values.ts'

/** What a revision says of one object number. */
export type XrefEntry = { kind: 'used'; offset: number; gen: number } | { kind: 'compressed'; container: number; index: number } | { kind: 'free' }

/** One save of the file: the body, its cross-reference section and its trailer. */
export interface Revision {
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDict
  /** `classic` is the table of text lines; the others came with PDF 1.5. */
  readonly form: 'classic' | 'stream' | 'hybrid'
  /** First byte of the cross-reference section. */
  readonly xrefStart: number
  /** The byte after `%%EOF`. */
  readonly markerEnd: number
  /** The byte after `%%EOF` and its end of line. */
  readonly end: number
}

export interface RevisionBudget {
  /** Values of all objects together. */
  values: { left: number }
  /** Entries of all tables together. */
  entries: { left: number }
  /** Bytes all structural streams may unpack to. */
  unpacked: { left: number }
}

/** Reads the cross-reference section at an offset, of either kind. */
export async function readRevision(bytes: Uint8Array, offset: number, budget: RevisionBudget): Promise<Revision> {
  const parser = new PdfParser(bytes, offset, budget.values)
  const section = parser.accept('xref') ? await readClassic(bytes, parser, budget) : await readStreamSection(bytes, offset, budget)
  if (section.trailer.entries.has('Encrypt')) throw new PdfSyntaxError('the file is encrypted', 'ENCRYPTED')
  parser.position = section.end
  parser.expect('startxref')
  if (parser.readCount() !== offset) throw new PdfSyntaxError('startxref of a revision names another place', 'PDF_UNSUPPORTED')
  while (isWhite(bytes[parser.position])) parser.position++
  if (!parser.accept('%%EOF')) throw new PdfSyntaxError('a revision does not end with %%EOF')
  const markerEnd = parser.position
  if (!parser.accept('\r\n') && !parser.accept('\n')) parser.accept('\r')
  const { entries, trailer, form } = section
  return { entries, trailer, form, xrefStart: offset, markerEnd, end: parser.position }
}

interface Section { entries: Map<number, XrefEntry>; trailer: PdfDict; form: Revision['form']; end: number }

async function readClassic(bytes: Uint8Array, parser: PdfParser, budget: RevisionBudget): Promise<Section> {
  const entries = readTable(parser, budget.entries)
  const trailer = parser.readValue()
  if (trailer.kind !== 'dict') throw new PdfSyntaxError('the trailer is not a dictionary')
  const end = parser.position
  if (!trailer.entries.has('XRefStm')) return { entries, trailer, form: 'classic', end }
  // ISO 32000-1 § 7.5.8.4: the stream fills in what the table hides from old readers.
  const hidden = await readStreamSection(bytes, numberAt(trailer, 'XRefStm'), budget)
  for (const [num, entry] of hidden.entries) if ((entries.get(num)?.kind ?? 'free') === 'free') entries.set(num, entry)
  return { entries, trailer, form: 'hybrid', end }
}

/** Subsections up to and including the keyword `trailer`. */
function readTable(parser: PdfParser, budget: { left: number }): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>()
  for (;;) {
    parser.skipWhite()
    if (parser.accept('trailer')) return entries
    const first = parser.readCount()
    const count = parser.readCount()
    spend(budget, count)
    for (let num = first; num < first + count; num++) {
      const offset = parser.readCount()
      const gen = parser.readCount()
      const type = parser.readToken()
      if (type !== 'n' && type !== 'f') throw new PdfSyntaxError('a table entry is neither n nor f')
      if (entries.has(num)) throw new PdfSyntaxError(`object ${num} stands twice in one table`, 'DUPLICATE_OBJECT_SHADOW')
      entries.set(num, type === 'n' ? { kind: 'used', offset, gen } : { kind: 'free' })
    }
  }
}

/** A cross-reference stream (ISO 32000-1 § 7.5.8); its dictionary is the trailer. */
async function readStreamSection(bytes: Uint8Array, offset: number, budget: RevisionBudget): Promise<Section> {
  const object = readIndirectObject(bytes, offset, { budget: budget.values, resolve: (value) => value })
  const { value: dict } = object
  const type = dict.kind === 'dict' ? dict.entries.get('Type') : undefined
  if (dict.kind !== 'dict' || type?.kind !== 'name' || type.name !== 'XRef') throw new PdfSyntaxError('startxref, Prev or XRefStm does not lead to a cross-reference section')
  const data = await decodeStream(bytes, object, budget.unpacked)
  const widths = integers(dict, 'W')
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const index = dict.entries.has('Index') ? integers(dict, 'Index') : [0, numberAt(dict, 'Size')]
  if (widths.length !== 3 || widths.some((width) => width > 8) || index.length % 2 !== 0) throw new PdfSyntaxError('a cross-reference stream has an unusual layout')
  const entries = new Map<number, XrefEntry>()
  let position = 0
  const read = (width: number): number => {
    let value = 0
    for (let count = 0; count < width; count++) value = value * 256 + (data[position++] ?? 0)
    if (!Number.isSafeInteger(value)) throw new PdfSyntaxError('a cross-reference stream names a place beyond any file')
    return value
  }
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2)
    spend(budget.entries, count)
    for (let num = first; num < first + count; num++) {
      const kind = typeWidth === 0 ? 1 : read(typeWidth)
      const second = read(secondWidth)
      const third = read(thirdWidth)
      if (entries.has(num)) throw new PdfSyntaxError(`object ${num} stands twice in one table`, 'DUPLICATE_OBJECT_SHADOW')
      if (kind === 1) entries.set(num, { kind: 'used', offset: second, gen: third })
      else if (kind === 2) entries.set(num, { kind: 'compressed', container: second, index: third })
      else if (kind === 0) entries.set(num, { kind: 'free' })
      else throw new PdfSyntaxError('a cross-reference stream has an unknown kind of entry')
    }
  }
  if (position !== data.length) throw new PdfSyntaxError('a cross-reference stream has another length than its index says')
  return { entries, trailer: dict, form: 'stream', end: object.end }
}

function integers(dict: PdfDict, key: string): number[] {
  const value = dict.entries.get(key)
  if (value?.kind !== 'array') throw new PdfSyntaxError(`${key} of a cross-reference stream is not an array`)
  return value.items.map((item) => {
    if (item.kind !== 'number' || !item.isInteger || item.value < 0) throw new PdfSyntaxError(`${key} of a cross-reference stream holds something else than numbers`)
    return item.value
  })
}

function spend(budget: { left: number }, count: number): void {
  budget.left -= count
  if (budget.left < 0) throw new PdfSyntaxError('too many objects', 'TOO_LARGE')
}
