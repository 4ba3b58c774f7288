/**
 * A reader of DER (X.690) that accepts one encoding per value and nothing else.
 *
 * Signature containers are hostile input, and everything the signature does not cover (versions, algorithm identifiers,
 * embedded certificates) could be changed without breaking it. Refusing every non-canonical encoding leaves an attacker
 * no byte to play with, and costs 1 kB where a general ASN.1 library costs 15 kB and a CMS library 70 kB.
 */
export interface DerNode {
  /** Identifier octet: class, constructed bit and number. */
  readonly tag: number
  /** The whole value with its header. */
  readonly bytes: Uint8Array
  readonly content: Uint8Array
  /** Parts of a constructed value; empty for a primitive one. */
  readonly children: readonly DerNode[]
}

/** The bytes are not DER, or not what the caller expected there. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

export const TAG = {
  boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, null: 0x05, oid: 0x06,
  utf8String: 0x0c, printableString: 0x13, t61String: 0x14, ia5String: 0x16, utcTime: 0x17, generalizedTime: 0x18, bmpString: 0x1e,
  sequence: 0x30, set: 0x31,
} as const

/** A timestamp token inside a container needs about 30. */
const MAX_DEPTH = 48
const MAX_NODES = 20_000

/** Reads exactly one value that fills the input. */
export function readDer(bytes: Uint8Array): DerNode {
  const { node, end } = readDerPrefix(bytes)
  if (end !== bytes.length) throw new DerError('expected one value, got bytes after it')
  return node
}

/** Reads the value at the start and says where it ends. */
export function readDerPrefix(bytes: Uint8Array): { node: DerNode; end: number } {
  return readNode(bytes, 0, bytes.length, 0, { left: MAX_NODES })
}

function readNode(bytes: Uint8Array, start: number, limit: number, depth: number, budget: { left: number }): { node: DerNode; end: number } {
  if (depth > MAX_DEPTH || --budget.left < 0) throw new DerError('nested or repeated too often')
  const tag = bytes[start]
  const first = bytes[start + 1]
  if (tag === undefined || first === undefined || start + 2 > limit) throw new DerError('the value is cut off')
  if ((tag & 0x1f) === 0x1f || tag === 0) throw new DerError('unexpected tag')
  let length = first
  let contentStart = start + 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new DerError('the length is indefinite or too long')
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[contentStart + index] ?? 0)
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('the length is not minimal')
    contentStart += count
  }
  const end = contentStart + length
  if (end > limit) throw new DerError('the value is cut off')
  const children: DerNode[] = []
  if ((tag & 0x20) !== 0) {
    for (let position = contentStart; position < end;) {
      const child = readNode(bytes, position, end, depth + 1, budget)
      children.push(child.node)
      position = child.end
    }
  }
  const content = bytes.subarray(contentStart, end)
  checkPrimitive(tag, content)
  return { node: { tag, bytes: bytes.subarray(start, end), content, children }, end }
}

/** Universal types: the right form (primitive or constructed) and one encoding of the value. */
function checkPrimitive(tag: number, content: Uint8Array): void {
  if ((tag & 0xc0) !== 0) return
  const constructed = (tag & 0x20) !== 0
  const number = tag & 0x1f
  if (constructed !== (number === 0x10 || number === 0x11 || number === 0x08 || number === 0x0b)) throw new DerError('a universal type has the wrong form')
  const [first = 0, second = 0] = content
  if (tag === TAG.null && content.length !== 0) throw new DerError('NULL has content')
  if (tag === TAG.boolean && !(content.length === 1 && (first === 0 || first === 0xff))) throw new DerError('BOOLEAN is not 00 or FF')
  if (tag === TAG.integer) {
    if (content.length === 0) throw new DerError('INTEGER is empty')
    if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) throw new DerError('INTEGER is not minimal')
  }
  if (tag === TAG.bitString && (content.length === 0 || first > 7 || (content.length === 1 && first !== 0))) throw new DerError('BIT STRING has wrong unused bits')
  if (tag === TAG.oid && (content.length === 0 || ((content.at(-1) ?? 0x80) & 0x80) !== 0)) throw new DerError('OBJECT IDENTIFIER is cut off')
}

/** The node itself when it has the tag; throws otherwise. */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`expected tag ${tag.toString(16)}, got ${node?.tag.toString(16) ?? 'nothing'}`)
  return node
}

/** Dotted form of an OBJECT IDENTIFIER. */
export function readOid(node: DerNode | undefined): string {
  const { content } = expectTag(node, TAG.oid)
  const arcs: number[] = []
  let value = 0
  let started = false
  for (const byte of content) {
    if (!started && byte === 0x80) throw new DerError('OBJECT IDENTIFIER is not minimal')
    started = true
    value = value * 128 + (byte & 0x7f)
    if (value > Number.MAX_SAFE_INTEGER / 256) throw new DerError('OBJECT IDENTIFIER is too large')
    if ((byte & 0x80) !== 0) continue
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)))
    else arcs.push(value)
    value = 0
    started = false
  }
  return arcs.join('.')
}

/** A small non-negative INTEGER such as a version. */
export function readSmallInteger(node: DerNode | undefined): number {
  const { content } = expectTag(node, TAG.integer)
  if (content.length > 4 || (content[0] ?? 0) >= 0x80) throw new DerError('INTEGER is negative or too large')
  return content.reduce((value, byte) => value * 256 + byte, 0)
}

/** Bytes of a BIT STRING that has no unused bits. */
export function readBitStringBytes(node: DerNode | undefined): Uint8Array {
  const { content } = expectTag(node, TAG.bitString)
  if (content[0] !== 0) throw new DerError('BIT STRING has unused bits')
  return content.subarray(1)
}

/** UTCTime or GeneralizedTime in the only form RFC 5280 allows (seconds, `Z`). */
export function readTime(node: DerNode | undefined): Date {
  const text = String.fromCharCode(...(node?.content.subarray(0, 20) ?? []))
  const long = node?.tag === TAG.generalizedTime
  if (!long && node?.tag !== TAG.utcTime) throw new DerError('expected a time')
  if (!(long ? /^\d{14}Z$/ : /^\d{12}Z$/).test(text)) throw new DerError('the time has another form than RFC 5280 allows')
  const full = long ? text : `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}`
  const iso = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}T${full.slice(8, 10)}:${full.slice(10, 12)}:${full.slice(12, 14)}.000Z`
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new DerError('the time does not exist')
  return date
}
