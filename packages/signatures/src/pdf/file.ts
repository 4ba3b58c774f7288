import { decodeStream, numberAt } from './decode-stream.ts'
import { readIndirectObject } from './indirect-object.ts'
import { PdfParser } from './parser.ts'
import { readRevision } from './revision.ts'
import { PdfSyntaxError } from './values.ts'
import type { Revision, RevisionBudget, XrefEntry } from './revision.ts'
import type { PdfDict, PdfObject, PdfRef, PdfValue } from './values.ts'

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

/** An unpacked object stream: which object stands where in it. */
interface Container { bytes: Uint8Array; objects: readonly { num: number; offset: number }[] }

/** A PDF whose revisions have been read, oldest first. */
export class PdfFile {
  readonly bytes: Uint8Array
  readonly revisions: readonly Revision[]
  private readonly budget: RevisionBudget
  private readonly cache = new Map<number, PdfObject>()
  private readonly reading = new Set<number>()
  private readonly referenced = new Map<number, ReadonlySet<number>>()
  /** By the byte their object begins at. */
  private readonly containers = new Map<number, Container>()
  private readonly unpackedObjects = new Map<string, PdfObject>()

  private constructor(bytes: Uint8Array, revisions: readonly Revision[], budget: RevisionBudget) {
    this.bytes = bytes
    this.revisions = revisions
    this.budget = budget
  }

  /** Reads the chain of cross-reference sections and unpacks the object streams. Rejects with {@link PdfSyntaxError}. */
  static async open(bytes: Uint8Array, limits: PdfLimits = DEFAULT_LIMITS): Promise<PdfFile> {
    if (bytes.length > limits.maxBytes) throw new PdfSyntaxError(`the file has more than ${limits.maxBytes} bytes`, 'TOO_LARGE')
    if (!new PdfParser(bytes, 0).accept('%PDF-')) throw new PdfSyntaxError('the file does not begin with %PDF-')
    const budget = { values: { left: limits.maxValues }, entries: { left: limits.maxObjects }, unpacked: { left: limits.maxBytes } }
    const revisions: Revision[] = []
    const seen = new Set<number>()
    let offset: number | undefined = findStartXref(bytes)
    while (offset !== undefined) {
      if (seen.has(offset) || seen.size >= limits.maxRevisions) throw new PdfSyntaxError('the cross-reference sections run in a circle or are too many', 'LOOP_LIMIT')
      seen.add(offset)
      const revision = await readRevision(bytes, offset, budget)
      const newer = revisions[0]
      // A linearised file points forward; the kit does not read it as two revisions and cannot tell which part was saved when.
      if (newer && revision.end > newer.xrefStart) throw new PdfSyntaxError('linearised file', 'PDF_UNSUPPORTED')
      revisions.unshift(revision)
      const previous = revision.trailer.entries.get('Prev')
      if (previous && (previous.kind !== 'number' || !previous.isInteger)) throw new PdfSyntaxError('Prev is not a number')
      offset = previous?.value
    }
    const file = new PdfFile(bytes, revisions, budget)
    await file.unpackContainers()
    return file
  }

  get trailer(): PdfDict {
    const last = this.revisions.at(-1)
    if (!last) throw new PdfSyntaxError('no trailer')
    return last.trailer
  }

  /** What the tables up to a revision (the newest unless told otherwise) say of an object number. */
  entry(num: number, revision = this.revisions.length - 1): XrefEntry | undefined {
    return this.lookUp(num, revision)?.entry
  }

  /** The first object number no revision has used. */
  get nextNumber(): number {
    let highest = 0
    for (const { entries } of this.revisions) for (const num of entries.keys()) highest = Math.max(highest, num)
    return highest + 1
  }

  /** The object as the revision has it; `undefined` when it is free or unknown, which PDF reads as null. */
  getObject(num: number, revision = this.revisions.length - 1): PdfObject | undefined {
    const found = this.lookUp(num, revision)
    if (found?.entry.kind === 'used') return this.readObjectAt(found.entry.offset, num, found.entry.gen, revision)
    return found?.entry.kind === 'compressed' ? this.readCompressed(num, found.entry, found.revision) : undefined
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
    for (const num of this.revisions[revision]?.entries.keys() ?? []) {
      const object = this.getObject(num, revision)
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

  private lookUp(num: number, revision: number): { entry: XrefEntry; revision: number } | undefined {
    for (let index = revision; index >= 0; index--) {
      const entry = this.revisions[index]?.entries.get(num)
      if (entry) return { entry, revision: index }
    }
    return undefined
  }

  private readObjectAt(offset: number, num: number, gen: number, revision: number): PdfObject {
    const object = this.cache.get(offset) ?? this.readFresh(offset, revision)
    if (object.num !== num || object.gen !== gen) throw new PdfSyntaxError(`object ${num} is not where the table says`)
    return object
  }

  private readFresh(offset: number, revision: number): PdfObject {
    if (this.reading.has(offset)) throw new PdfSyntaxError('an object needs itself to be read', 'LOOP_LIMIT')
    this.reading.add(offset)
    const object = readIndirectObject(this.bytes, offset, { budget: this.budget.values, resolve: (value) => this.resolve(value, revision) })
    this.reading.delete(offset)
    this.cache.set(offset, object)
    return object
  }

  private async unpackContainers(): Promise<void> {
    for (const [revision, { entries }] of this.revisions.entries()) {
      for (const entry of entries.values()) {
        if (entry.kind !== 'compressed') continue
        const object = this.containerObject(entry.container, revision)
        if (!this.containers.has(object.start)) this.containers.set(object.start, await this.unpack(object))
      }
    }
  }

  /** The stream as the revision that names it has it; replacing it later is a change like any other. */
  private containerObject(num: number, revision: number): PdfObject {
    const entry = this.entry(num, revision)
    if (entry?.kind !== 'used') throw new PdfSyntaxError(`object stream ${num} is missing`)
    return this.readObjectAt(entry.offset, num, entry.gen, revision)
  }

  /** ISO 32000-1 § 7.5.7. */
  private async unpack(object: PdfObject): Promise<Container> {
    const { value: dict } = object
    const type = dict.kind === 'dict' ? dict.entries.get('Type') : undefined
    if (dict.kind !== 'dict' || type?.kind !== 'name' || type.name !== 'ObjStm') throw new PdfSyntaxError(`object ${object.num} is not an object stream`)
    const bytes = await decodeStream(this.bytes, object, this.budget.unpacked)
    const parser = new PdfParser(bytes, 0, this.budget.values)
    const first = numberAt(dict, 'First')
    const objects: { num: number; offset: number }[] = []
    for (let left = numberAt(dict, 'N'); left > 0; left--) objects.push({ num: parser.readCount(), offset: first + parser.readCount() })
    return { bytes, objects }
  }

  private readCompressed(num: number, { container, index }: { container: number; index: number }, revision: number): PdfObject {
    const { start } = this.containerObject(container, revision)
    const key = `${start}:${index}`
    const known = this.unpackedObjects.get(key)
    if (known) return known
    const unpacked = this.containers.get(start)
    const place = unpacked?.objects[index]
    if (!unpacked || place?.num !== num) throw new PdfSyntaxError(`object ${num} is not where the table says`)
    const parser = new PdfParser(unpacked.bytes, place.offset, this.budget.values)
    const object: PdfObject = { num, gen: 0, value: parser.readValue(), start: place.offset, end: parser.position }
    this.unpackedObjects.set(key, object)
    return object
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
