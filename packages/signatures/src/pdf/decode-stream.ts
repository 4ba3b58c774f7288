import { concatBytes, owned } from '../bytes.ts'
import { PdfSyntaxError } from './values.ts'
import type { PdfDict, PdfObject, PdfValue } from './values.ts'

/**
 * Bytes of a structural stream (cross-reference or object stream): stored or deflated, with or without a PNG predictor
 * (ISO 32000-1 § 7.4.4). `budget` bounds what all streams of a file may unpack to.
 */
export async function decodeStream(file: Uint8Array, object: PdfObject, budget: { left: number }): Promise<Uint8Array> {
  const { value: dict, stream } = object
  if (dict.kind !== 'dict' || !stream) throw new PdfSyntaxError(`object ${object.num} is not a stream`)
  const raw = file.subarray(stream.start, stream.end)
  const filter = single(dict.entries.get('Filter'))
  if (!filter) return raw
  if (filter.kind !== 'name' || filter.name !== 'FlateDecode') throw new PdfSyntaxError('a structural stream is compressed in another way than FlateDecode', 'PDF_UNSUPPORTED')
  const plain = await inflate(raw, budget)
  const parameters = single(dict.entries.get('DecodeParms'))
  const predictor = parameters?.kind === 'dict' ? numberAt(parameters, 'Predictor', 1) : 1
  if (predictor === 1 || parameters?.kind !== 'dict') return plain
  if (predictor < 10 || numberAt(parameters, 'Colors', 1) !== 1 || numberAt(parameters, 'BitsPerComponent', 8) !== 8) throw new PdfSyntaxError('a structural stream has an unusual predictor', 'PDF_UNSUPPORTED')
  return undoPng(plain, numberAt(parameters, 'Columns', 1))
}

/** A direct integer of a dictionary. */
export function numberAt(dict: PdfDict, key: string, absent?: number): number {
  const value = dict.entries.get(key)
  if (value === undefined && absent !== undefined) return absent
  if (value?.kind !== 'number' || !value.isInteger || value.value < 0) throw new PdfSyntaxError(`${key} of a structural stream is not a number`)
  return value.value
}

/** Filters come alone or in an array of one. */
function single(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value?.kind === 'null' ? undefined : value
  if (value.items.length > 1) throw new PdfSyntaxError('a structural stream has several filters', 'PDF_UNSUPPORTED')
  return value.items[0]
}

async function inflate(bytes: Uint8Array, budget: { left: number }): Promise<Uint8Array> {
  const reader = new Blob([owned(bytes)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      budget.left -= next.value.length
      if (budget.left < 0) {
        await reader.cancel()
        throw new PdfSyntaxError('a stream unpacks to too much', 'TOO_LARGE')
      }
      parts.push(next.value)
    }
  } catch (cause) {
    if (cause instanceof PdfSyntaxError) throw cause
    throw new PdfSyntaxError('a compressed stream is damaged')
  }
  return concatBytes(...parts)
}

function undoPng(bytes: Uint8Array, columns: number): Uint8Array {
  if (columns === 0 || bytes.length % (columns + 1) !== 0) throw new PdfSyntaxError('rows of a structural stream have the wrong length')
  const rows = bytes.length / (columns + 1)
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const type = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column++) {
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0
      const left = column > 0 ? (out[row * columns + column - 1] ?? 0) : 0
      const up = row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[(row - 1) * columns + column - 1] ?? 0) : 0
      out[row * columns + column] = raw + predict(type, left, up, corner)
    }
  }
  return out
}

/** PNG specification § 9. */
function predict(type: number, left: number, up: number, corner: number): number {
  switch (type) {
    case 0: return 0
    case 1: return left
    case 2: return up
    case 3: return (left + up) >> 1
    case 4: {
      const estimate = left + up - corner
      const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
      return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner
    }
    default: throw new PdfSyntaxError('unknown predictor')
  }
}
