import { isWhite, PdfParser } from './parser.ts'
import { PdfSyntaxError } from './values.ts'
import type { PdfDict, PdfObject, PdfRef, PdfValue } from './values.ts'

/** What a revision says of one object number. */
export type XrefEntry = { kind: 'used'; offset: number; gen: number } | { kind: 'free' }

/** One save of the file: the body, its cross-reference section and its trailer. */
export interface Revision {
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDict
  /** First byte of the cross-reference section. */
  readonly xrefStart: number
  /** The byte after `%%EOF`. */
  readonly markerEnd: number
  /** The byte after `%%EOF` and its end of line. */
  readonly end: number
}

export interface PdfLimits {
  /** @default 64 MiB */
  maxBytes: number
  maxObjects: number
  maxRevisions: number
  /** Values of all objects together; each costs about 100 bytes of memory. */
  maxValues: number
}
export const DEFAULT_LIMITS: PdfLimits = { maxBytes: 64 * 1024 * 1024, maxObjects: 200_000, maxRevisions: 64, maxValues: 2_000_000 }

const TAIL_BYTES = 1024

/** A PDF whose revisions have been read, oldest first. */
export class PdfFile {
  readonly bytes: Uint8Array
  readonly revisions: readonly Revision[]
  private readonly budget: { left: number }
  private readonly cache = new Map<number, PdfObject>()
  private readonly reading = new Set<number>()
  private readonly referenced = new Map<number, ReadonlySet<number>>()

  private constructor(bytes: Uint8Array, revisions: readonly Revision[], budget: { left: number }) {
    this.bytes = bytes
    this.revisions = revisions
    this.budget = budget
  }

  /** Reads the chain of cross-reference sections. Throws {@link PdfSyntaxError}. */
  static open(bytes: Uint8Array, limits: PdfLimits = DEFAULT_LIMITS): PdfFile {
    if (bytes.length > limits.maxBytes) throw new PdfSyntaxError(`the file has more than ${limits.maxBytes} bytes`, 'TOO_LARGE')
    if (!new PdfParser(bytes, 0).accept('%PDF-')) throw new PdfSyntaxError('the file does not begin with %PDF-')
    const revisions: Revision[] = []
    const seen = new Set<number>()
    const budget = { left: limits.maxValues }
    let objects = 0
    let offset: number | undefined = findStartXref(bytes)
    while (offset !== undefined) {
      if (seen.has(offset) || seen.size >= limits.maxRevisions) throw new PdfSyntaxError('the cross-reference sections run in a circle or are too many', 'LOOP_LIMIT')
      seen.add(offset)
      const revision = readRevision(bytes, offset, limits.maxObjects - objects, budget)
      objects += revision.entries.size
      const newer = revisions[0]
      // A linearised file points forward; the kit does not read it as two revisions and cannot tell which part was saved when.
      if (newer && revision.end > newer.xrefStart) throw new PdfSyntaxError('linearised file', 'PDF_UNSUPPORTED')
      revisions.unshift(revision)
      const previous = revision.trailer.entries.get('Prev')
      if (previous && (previous.kind !== 'number' || !previous.isInteger)) throw new PdfSyntaxError('Prev is not a number')
      offset = previous?.value
    }
    return new PdfFile(bytes, revisions, budget)
  }

  get trailer(): PdfDict {
    const last = this.revisions.at(-1)
    if (!last) throw new PdfSyntaxError('no trailer')
    return last.trailer
  }

  /** What the tables up to a revision (the newest unless told otherwise) say of an object number. */
  entry(num: number, revision = this.revisions.length - 1): XrefEntry | undefined {
    for (let index = revision; index >= 0; index--) {
      const entry = this.revisions[index]?.entries.get(num)
      if (entry) return entry
    }
    return undefined
  }

  /** The first object number no revision has used. */
  get nextNumber(): number {
    let highest = 0
    for (const { entries } of this.revisions) for (const num of entries.keys()) highest = Math.max(highest, num)
    return highest + 1
  }

  /** The object as the revision has it; `undefined` when it is free or unknown, which PDF reads as null. */
  getObject(num: number, revision = this.revisions.length - 1): PdfObject | undefined {
    const entry = this.entry(num, revision)
    return entry?.kind === 'used' ? this.readObjectAt(entry.offset, num, entry.gen, revision) : undefined
  }

  /** Follows one reference. A reference to a reference is not PDF. */
  resolve(value: PdfValue | undefined, revision = this.revisions.length - 1): PdfValue | undefined {
    if (value?.kind !== 'ref') return value
    const object = this.getObject(value.num, revision)
    if (object && object.gen !== value.gen) return undefined
    if (object?.value.kind === 'ref') throw new PdfSyntaxError('a reference leads to a reference')
    return object?.value
  }

  resolveDict(value: PdfValue | undefined, revision?: number): PdfDict | undefined {
    const resolved = this.resolve(value, revision)
    return resolved?.kind === 'dict' ? resolved : undefined
  }

  /** The document catalogue. */
  catalog(revision = this.revisions.length - 1): { ref: PdfRef; dict: PdfDict } {
    const ref = this.revisions[revision]?.trailer.entries.get('Root')
    const dict = this.resolveDict(ref, revision)
    if (ref?.kind !== 'ref' || !dict) throw new PdfSyntaxError('the trailer names no catalogue')
    return { ref, dict }
  }

  /** Object numbers that the objects of one revision refer to. */
  references(revision: number): ReadonlySet<number> {
    const known = this.referenced.get(revision)
    if (known) return known
    const found = new Set<number>()
    const pending: PdfValue[] = []
    for (const [num, entry] of this.revisions[revision]?.entries ?? []) {
      const object = entry.kind === 'used' ? this.getObject(num, revision) : undefined
      if (object) pending.push(object.value)
      for (let value = pending.pop(); value; value = pending.pop()) {
        if (value.kind === 'ref') found.add(value.num)
        else if (value.kind === 'array') for (const item of value.items) pending.push(item)
        else if (value.kind === 'dict') for (const part of value.entries.values()) pending.push(part)
      }
    }
    this.referenced.set(revision, found)
    return found
  }

  private readObjectAt(offset: number, num: number, gen: number, revision: number): PdfObject {
    const known = this.cache.get(offset)
    if (known) {
      if (known.num !== num || known.gen !== gen) throw new PdfSyntaxError(`object ${num} is not where the table says`)
      return known
    }
    if (this.reading.has(offset)) throw new PdfSyntaxError('an object needs itself to be read', 'LOOP_LIMIT')
    this.reading.add(offset)
    const parser = new PdfParser(this.bytes, offset, this.budget)
    if (isWhite(this.bytes[offset]) || parser.readCount() !== num || parser.readCount() !== gen) throw new PdfSyntaxError(`object ${num} is not where the table says`)
    parser.expect('obj')
    const value = parser.readValue()
    parser.skipWhite()
    const stream = value.kind === 'dict' && parser.accept('stream') ? this.readStream(parser, value, revision) : undefined
    parser.expect('endobj')
    const object: PdfObject = { num, gen, value, start: offset, end: parser.position, ...(stream && { stream }) }
    this.reading.delete(offset)
    this.cache.set(offset, object)
    return object
  }

  private readStream(parser: PdfParser, dict: PdfDict, revision: number): { start: number; end: number } {
    if (!parser.accept('\r\n') && !parser.accept('\n')) throw new PdfSyntaxError('stream needs an end of line')
    const length = this.resolve(dict.entries.get('Length'), revision)
    const start = parser.position
    if (length?.kind !== 'number' || !length.isInteger || length.value < 0 || start + length.value > this.bytes.length) throw new PdfSyntaxError('a stream has no right length')
    parser.position = start + length.value
    while (isWhite(this.bytes[parser.position])) parser.position++
    parser.expect('endstream')
    return { start, end: start + length.value }
  }
}

/** The number after the last `startxref`, which must close the file. */
function findStartXref(bytes: Uint8Array): number {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-TAIL_BYTES))
  const match = /startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]*$/.exec(tail)
  if (!match?.[1]) {
    const hasEarlierEnd = tail.includes('%%EOF') || new TextDecoder('latin1').decode(bytes).includes('%%EOF')
    throw new PdfSyntaxError('the file does not end with startxref and %%EOF', hasEarlierEnd ? 'APPENDED_WITHOUT_XREF' : 'PDF_MALFORMED')
  }
  return Number(match[1])
}

function readRevision(bytes: Uint8Array, offset: number, maxObjects: number, budget: { left: number }): Revision {
  const parser = new PdfParser(bytes, offset, budget)
  if (!parser.accept('xref')) {
    if (/^\d+ \d+ obj/.test(String.fromCharCode(...bytes.subarray(offset, offset + 32)))) throw new PdfSyntaxError('cross-reference stream', 'PDF_UNSUPPORTED')
    throw new PdfSyntaxError('startxref or Prev does not lead to a cross-reference section')
  }
  const entries = readTable(parser, maxObjects)
  const trailer = parser.readValue()
  if (trailer.kind !== 'dict') throw new PdfSyntaxError('the trailer is not a dictionary')
  if (trailer.entries.has('Encrypt')) throw new PdfSyntaxError('the file is encrypted', 'ENCRYPTED')
  if (trailer.entries.has('XRefStm')) throw new PdfSyntaxError('cross-reference stream beside the table', 'PDF_UNSUPPORTED')
  parser.expect('startxref')
  if (parser.readCount() !== offset) throw new PdfSyntaxError('startxref of a revision names another place', 'PDF_UNSUPPORTED')
  while (isWhite(bytes[parser.position])) parser.position++
  if (!parser.accept('%%EOF')) throw new PdfSyntaxError('a revision does not end with %%EOF')
  const markerEnd = parser.position
  if (!parser.accept('\r\n') && !parser.accept('\n')) parser.accept('\r')
  return { entries, trailer, xrefStart: offset, markerEnd, end: parser.position }
}

/** Subsections up to and including the keyword `trailer`. */
function readTable(parser: PdfParser, maxObjects: number): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>()
  for (;;) {
    parser.skipWhite()
    if (parser.accept('trailer')) return entries
    const first = parser.readCount()
    const count = parser.readCount()
    if (entries.size + count > maxObjects) throw new PdfSyntaxError('too many objects', 'TOO_LARGE')
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
