/** A PDF text string (ISO 32000-1 § 7.9.2.2): plain ASCII as a literal, everything else as UTF-16BE in hexadecimal. */
export function writeTextString(text: string): string {
  const normal = text.normalize('NFC')
  if (/^[\x20-\x7e]*$/.test(normal)) return `(${normal.replace(/[\\()]/g, '\\$&')})`
  let hex = 'FEFF'
  for (let index = 0; index < normal.length; index++) hex += normal.charCodeAt(index).toString(16).padStart(4, '0').toUpperCase()
  return `<${hex}>`
}

/** Text of a PDF text string: UTF-16BE or UTF-8 by their marks, otherwise one character per byte. NFC. */
export function readTextString(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : 'latin1'
  return new TextDecoder(encoding).decode(bytes).normalize('NFC')
}

/** `D:YYYYMMDDHHmmSS+07'00'`, the clock of Việt Nam, where every agency that signs with this kit stands. */
export function writePdfDate(instant: Date): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString()
  return `(D:${local.slice(0, 19).replace(/[-T:]/g, '')}+07'00')`
}

/** Instant of a PDF date (ISO 32000-1 § 7.9.4); `undefined` when it is not one or names no time zone. */
export function readPdfDate(bytes: Uint8Array): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'00'?)?|([+-]\d\d)'(\d\d)'?)$/.exec(readTextString(bytes))
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zoneHour = '+00', zoneMinute = '00'] = match
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
