/** Byte of each character of windows-1252, which is what programs mean when they say Latin-1. */
let byteOf: ReadonlyMap<string, number> | undefined

/**
 * Repairs UTF-8 that a scanner or its driver decoded as Latin-1 (`Nguyá»…n` → `Nguyễn`); any other text comes back unchanged. Only
 * a text whose every character is a byte, and whose bytes are well-formed UTF-8, was certainly decoded wrongly.
 */
export function repairLatin1(text: string): string {
  // oxlint-disable-next-line no-control-regex -- plain ASCII has nothing to repair
  if (/^[\u0000-\u007F]*$/.test(text)) return text
  byteOf ??= new Map(Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)), (character, byte) => [character, byte]))
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf.get(character) ?? (character.length === 1 && character <= '\u00FF' ? character.charCodeAt(0) : undefined)
    if (byte === undefined) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}
