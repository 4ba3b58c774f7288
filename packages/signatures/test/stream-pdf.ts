import { concatBytes, latin1, owned } from '../src/bytes.ts'

export interface StreamPdfOptions {
  /** @default 'FlateDecode' */
  filter?: 'none' | 'FlateDecode'
  /** PNG predictor of the cross-reference stream, 10 to 14. */
  predictor?: 0 | 1 | 2 | 3 | 4
  /** Bodies by object number; those in `compressed` go into an object stream. */
  objects: Readonly<Record<number, string>>
  compressed: readonly number[]
  /** File this revision is appended to, with the place of its own cross-reference stream. */
  after?: { bytes: Uint8Array; xref: number }
}

const WIDTHS = [1, 4, 2] as const

/** A PDF 1.5 revision: objects, an object stream and a cross-reference stream. Object 1 is the catalogue, 3 the information. */
export async function streamPdf({ filter = 'FlateDecode', predictor, objects, compressed, after }: StreamPdfOptions): Promise<{ bytes: Uint8Array; xref: number }> {
  const parts: Uint8Array[] = [after?.bytes ?? latin1('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n')]
  const position = (): number => parts.reduce((total, part) => total + part.length, 0)
  const entries = new Map<number, readonly [number, number, number]>()
  const numbers = Object.keys(objects).map(Number)
  for (const num of numbers.filter((candidate) => !compressed.includes(candidate))) {
    entries.set(num, [1, position(), 0])
    parts.push(latin1(`${num} 0 obj\n${objects[num]}\nendobj\n`))
  }
  const containerNum = after ? 70 : 50
  if (compressed.length > 0) {
    let body = ''
    const header = compressed.map((num, index) => {
      entries.set(num, [2, containerNum, index])
      const line = `${num} ${body.length}`
      body += `${objects[num]} `
      return line
    }).join(' ')
    const content = await pack(latin1(`${header} ${body}`), filter)
    entries.set(containerNum, [1, position(), 0])
    parts.push(latin1(`${containerNum} 0 obj\n<< /Type /ObjStm /N ${compressed.length} /First ${header.length + 1} ${filterText(filter)}/Length ${content.length} >>\nstream\n`), content, latin1('\nendstream\nendobj\n'))
  }
  const xref = position()
  const xrefNum = containerNum + 1
  entries.set(xrefNum, [1, xref, 0])
  const sorted = [...entries].sort(([a], [b]) => a - b)
  const rows = sorted.map(([, [type, second, third]]) => Uint8Array.of(type, second >>> 24, second >>> 16, second >>> 8, second, third >>> 8, third))
  const table = await pack(concatBytes(...(predictor === undefined ? rows : rows.map((row, index) => predictRow(predictor, row, rows[index - 1])))), filter)
  const parameters = predictor === undefined ? '' : `/DecodeParms << /Predictor ${10 + predictor} /Columns 7 >> `
  const prev = after ? `/Prev ${after.xref} ` : ''
  parts.push(
    latin1(`${xrefNum} 0 obj\n<< /Type /XRef /W [${WIDTHS.join(' ')}] /Index [${sorted.map(([num]) => `${num} 1`).join(' ')}] /Size 90 /Root 1 0 R /Info 3 0 R ${prev}${filterText(filter)}${parameters}/Length ${table.length} >>\nstream\n`),
    table,
    latin1(`\nendstream\nendobj\nstartxref\n${xref}\n%%EOF\n`),
  )
  return { bytes: concatBytes(...parts), xref }
}

const filterText = (filter: string): string => (filter === 'none' ? '' : `/Filter /${filter} `)

async function pack(bytes: Uint8Array, filter: 'none' | 'FlateDecode'): Promise<Uint8Array> {
  if (filter === 'none') return bytes
  return new Uint8Array(await new Response(new Blob([owned(bytes)]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer())
}

function predictRow(type: number, row: Uint8Array, above: Uint8Array | undefined): Uint8Array {
  return Uint8Array.of(type, ...row.map((byte, column) => {
    const left = row[column - 1] ?? 0
    const up = above?.[column] ?? 0
    const corner = column > 0 ? (above?.[column - 1] ?? 0) : 0
    const estimate = left + up - corner
    const paeth = [left, up, corner].sort((a, b) => Math.abs(estimate - a) - Math.abs(estimate - b))[0] ?? 0
    return byte - ([0, left, up, (left + up) >> 1, paeth][type] ?? 0)
  }))
}
