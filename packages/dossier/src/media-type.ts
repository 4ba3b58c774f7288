/** Media types that {@link sniffMediaType} knows. */
export const SNIFFED_MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type SniffedMediaType = (typeof SNIFFED_MEDIA_TYPES)[number]

const MAGIC: ReadonlyArray<readonly [SniffedMediaType, readonly number[]]> = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/**
 * The media type the first bytes of a file speak of, or null for anything else; the name and the declared type of a
 * file prove nothing. Eight bytes are enough. A PDF must begin at its first byte: readers that search further would let
 * a file be two things at once.
 *
 * @example
 * sniffMediaType(new TextEncoder().encode('%PDF-1.7')) // 'application/pdf'
 */
export function sniffMediaType(bytes: Uint8Array): SniffedMediaType | null {
  return MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0] ?? null
}
