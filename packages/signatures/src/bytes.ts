/** Joins byte arrays. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/** True when both hold the same bytes. For public data only: the time depends on the content. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Base64 of RFC 4648 § 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Bytes of a base64 text of RFC 4648 § 4. Throws a `DOMException` on any other character. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** One byte per character; characters above U+00FF are the caller's mistake. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** A copy on an `ArrayBuffer` of its own, as WebCrypto's types ask for. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** SHA-2 digest; SHA-256 unless told otherwise. */
export async function digest(bytes: Uint8Array, hash: 'SHA-256' | 'SHA-384' | 'SHA-512' = 'SHA-256'): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(hash, owned(bytes)))
}

/**
 * SHA-256 of the bytes in lower-case hexadecimal: the form of every file hash and thumbprint in the kit.
 *
 * @example
 * await sha256Hex(new TextEncoder().encode('abc')) // 'ba7816bf…15ad'
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await digest(bytes))
}
