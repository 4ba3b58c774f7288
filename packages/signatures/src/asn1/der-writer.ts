import { concatBytes } from '../bytes.ts'
import { TAG } from './der-reader.ts'

/** One DER value: tag, minimal definite length, content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concatBytes(...content)
  const length: number[] = []
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256)
  const header = body.length < 0x80 ? [tag, body.length] : [tag, 0x80 | length.length, ...length]
  return concatBytes(Uint8Array.from(header), body)
}

export const derSequence = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => der(TAG.sequence, ...parts)
export const derOctetString = (content: Uint8Array): Uint8Array<ArrayBuffer> => der(TAG.octetString, content)
export const derNull = (): Uint8Array<ArrayBuffer> => der(TAG.null)

/** SET OF: the parts in ascending order of their encodings, as DER demands. */
export function derSetOf(tag: number, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return der(tag, ...[...parts].sort(compareBytes))
}

/** INTEGER from unsigned big-endian bytes. */
export function derUnsigned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const firstUsed = bytes.findIndex((byte) => byte !== 0)
  const trimmed = firstUsed === -1 ? Uint8Array.of(0) : bytes.subarray(firstUsed)
  return (trimmed[0] ?? 0) >= 0x80 ? der(TAG.integer, Uint8Array.of(0), trimmed) : der(TAG.integer, trimmed)
}

export function derOid(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const content: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) septets.unshift((left % 128) | 0x80)
    content.push(...septets)
  }
  return der(TAG.oid, Uint8Array.from(content))
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const index = a.findIndex((byte, position) => byte !== b[position])
  return index === -1 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? -1)
}
