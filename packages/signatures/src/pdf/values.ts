/** Where a value stands in the file: first byte and the byte after the last. */
export interface Span { readonly start: number; readonly end: number }

export interface PdfDict extends Span { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
export interface PdfArray extends Span { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export interface PdfRef extends Span { readonly kind: 'ref'; readonly num: number; readonly gen: number }
export interface PdfString extends Span { readonly kind: 'string'; readonly bytes: Uint8Array; readonly form: 'literal' | 'hex'; /** What it was read from: the file, or an unpacked stream. */ readonly source: Uint8Array }

/** A PDF object (ISO 32000-1 § 7.3) with its place in the file. */
export type PdfValue =
  | PdfDict | PdfArray | PdfRef | PdfString
  | (Span & { readonly kind: 'null' })
  | (Span & { readonly kind: 'boolean'; readonly value: boolean })
  | (Span & { readonly kind: 'number'; readonly value: number; readonly isInteger: boolean })
  | (Span & { readonly kind: 'name'; readonly name: string })

/** An indirect object: `num gen obj … endobj`. */
export interface PdfObject extends Span {
  readonly num: number
  readonly gen: number
  readonly value: PdfValue
  /** Raw bytes between `stream` and `endstream`. */
  readonly stream?: Span
}

/** Why the file could not be read. */
export type PdfProblem = 'PDF_MALFORMED' | 'PDF_UNSUPPORTED' | 'ENCRYPTED' | 'LOOP_LIMIT' | 'TOO_LARGE' | 'APPENDED_WITHOUT_XREF' | 'DUPLICATE_OBJECT_SHADOW'

/** The bytes are not a PDF this kit can read; caught at the border of the package. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError'
  readonly problem: PdfProblem
  constructor(message: string, problem: PdfProblem = 'PDF_MALFORMED') {
    super(message)
    this.problem = problem
  }
}

/** Same value, wherever it stands and however its white space runs. References are equal when they name the same object. */
export function sameValue(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  switch (a.kind) {
    case 'null': return b.kind === 'null'
    case 'boolean': return b.kind === 'boolean' && a.value === b.value
    case 'number': return b.kind === 'number' && a.value === b.value
    case 'name': return b.kind === 'name' && a.name === b.name
    case 'ref': return b.kind === 'ref' && a.num === b.num && a.gen === b.gen
    case 'string': return b.kind === 'string' && a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index])
    case 'array': return b.kind === 'array' && a.items.length === b.items.length && a.items.every((item, index) => sameValue(item, b.items[index]))
    case 'dict': return b.kind === 'dict' && a.entries.size === b.entries.size && [...a.entries].every(([key, value]) => sameValue(value, b.entries.get(key)))
  }
}
