import { isWhite, PdfParser } from './parser.ts'
import { PdfSyntaxError } from './values.ts'
import type { PdfDict, PdfObject, PdfValue } from './values.ts'

export interface ReadObjectOptions {
  budget: { left: number }
  /** Follows /Length where it is a reference. */
  resolve(value: PdfValue | undefined): PdfValue | undefined
}

/** Reads `num gen obj … endobj` at exactly this byte. */
export function readIndirectObject(bytes: Uint8Array, offset: number, { budget, resolve }: ReadObjectOptions): PdfObject {
  if (isWhite(bytes[offset])) throw new PdfSyntaxError(`no object begins at byte ${offset}`)
  const parser = new PdfParser(bytes, offset, budget)
  const num = parser.readCount()
  const gen = parser.readCount()
  parser.expect('obj')
  const value = parser.readValue()
  parser.skipWhite()
  const stream = value.kind === 'dict' && parser.accept('stream') ? readStream(parser, value, resolve) : undefined
  parser.expect('endobj')
  return { num, gen, value, start: offset, end: parser.position, ...(stream && { stream }) }
}

function readStream(parser: PdfParser, dict: PdfDict, resolve: ReadObjectOptions['resolve']): { start: number; end: number } {
  if (!parser.accept('\r\n') && !parser.accept('\n')) throw new PdfSyntaxError('stream needs an end of line')
  const length = resolve(dict.entries.get('Length'))
  const start = parser.position
  if (length?.kind !== 'number' || !length.isInteger || length.value < 0 || start + length.value > parser.bytes.length) throw new PdfSyntaxError('a stream has no right length')
  parser.position = start + length.value
  while (isWhite(parser.bytes[parser.position])) parser.position++
  parser.expect('endstream')
  return { start, end: start + length.value }
}
