import { PdfSyntaxError } from './values.ts'
import type { PdfValue } from './values.ts'

const MAX_DEPTH = 64
const MAX_LITERAL_BYTES = 1024 * 1024

const WHITE: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS: ReadonlySet<number> = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const ESCAPES: ReadonlyMap<number, number> = new Map([[0x6e, 10], [0x72, 13], [0x74, 9], [0x62, 8], [0x66, 12]])

export const isWhite = (byte: number | undefined): boolean => byte !== undefined && WHITE.has(byte)
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte)

/** Value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Reads PDF syntax from a position onward (ISO 32000-1 § 7.2, 7.3). */
export class PdfParser {
  readonly bytes: Uint8Array
  position: number
  private readonly budget: { left: number }

  constructor(bytes: Uint8Array, position: number, budget: { left: number } = { left: 100_000 }) {
    this.bytes = bytes
    this.position = position
    this.budget = budget
  }

  /** Passes white space and comments. */
  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.position]
      if (isWhite(byte)) this.position++
      else if (byte === 0x25) while (this.position < this.bytes.length && ![10, 13].includes(this.bytes[this.position] ?? 10)) this.position++
      else return
    }
  }

  /** True, and passes it, when the text stands here. */
  accept(text: string): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.bytes[this.position + index] !== text.charCodeAt(index)) return false
    }
    this.position += text.length
    return true
  }

  /** The keyword must stand here, after white space. */
  expect(keyword: string): void {
    this.skipWhite()
    if (!this.accept(keyword) || isRegular(this.bytes[this.position])) throw new PdfSyntaxError(`expected ${keyword} at byte ${this.position}`)
  }

  readToken(): string {
    this.skipWhite()
    const start = this.position
    while (isRegular(this.bytes[this.position])) this.position++
    if (this.position - start > 128) throw new PdfSyntaxError(`a token is too long at byte ${start}`)
    return String.fromCharCode(...this.bytes.subarray(start, this.position))
  }

  /** A non-negative integer written with digits only. */
  readCount(): number {
    const token = this.readToken()
    if (!/^\d{1,15}$/.test(token)) throw new PdfSyntaxError(`expected a number at byte ${this.position}`)
    return Number(token)
  }

  readValue(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deeply', 'LOOP_LIMIT')
    if (--this.budget.left < 0) throw new PdfSyntaxError('the file holds too many values', 'TOO_LARGE')
    this.skipWhite()
    const start = this.position
    const byte = this.bytes[start]
    if (byte === 0x2f) return { kind: 'name', name: this.readName(), start, end: this.position }
    if (byte === 0x28) return { kind: 'string', form: 'literal', bytes: this.readLiteral(), source: this.bytes, start, end: this.position }
    if (byte === 0x5b) return this.readArray(start, depth)
    if (byte === 0x3c) return this.bytes[start + 1] === 0x3c ? this.readDict(start, depth) : { kind: 'string', form: 'hex', bytes: this.readHex(), source: this.bytes, start, end: this.position }
    return this.readWord(start)
  }

  private readWord(start: number): PdfValue {
    const token = this.readToken()
    const end = this.position
    if (token === 'null') return { kind: 'null', start, end }
    if (token === 'true' || token === 'false') return { kind: 'boolean', value: token === 'true', start, end }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) throw new PdfSyntaxError(`unexpected bytes at ${start}`)
    const isInteger = /^\d{1,10}$/.test(token)
    if (isInteger) {
      const reference = this.tryReference(start, Number(token))
      if (reference) return reference
    }
    this.position = end
    return { kind: 'number', value: Number(token), isInteger: isInteger || /^[+-]?\d+$/.test(token), start, end }
  }

  private tryReference(start: number, num: number): PdfValue | undefined {
    this.skipWhite()
    const generation = /^\d{1,5}$/.exec(this.readToken())
    if (!generation) return undefined
    this.skipWhite()
    if (!this.accept('R') || isRegular(this.bytes[this.position])) return undefined
    return { kind: 'ref', num, gen: Number(generation[0]), start, end: this.position }
  }

  private readArray(start: number, depth: number): PdfValue {
    this.position++
    const items: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.accept(']')) return { kind: 'array', items, start, end: this.position }
      items.push(this.readValue(depth + 1))
    }
  }

  private readDict(start: number, depth: number): PdfValue {
    this.position += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipWhite()
      if (this.accept('>>')) return { kind: 'dict', entries, start, end: this.position }
      if (this.bytes[this.position] !== 0x2f) throw new PdfSyntaxError(`expected a key at byte ${this.position}`)
      const key = this.readName()
      // Viewers disagree on which of two equal keys counts, so a file that has them has no single meaning.
      if (entries.has(key)) throw new PdfSyntaxError(`a dictionary repeats a key at byte ${this.position}`)
      entries.set(key, this.readValue(depth + 1))
    }
  }

  private readName(): string {
    let name = ''
    for (this.position++; isRegular(this.bytes[this.position]); this.position++) {
      const byte = this.bytes[this.position] ?? 0
      const high = hexDigit(this.bytes[this.position + 1])
      const low = hexDigit(this.bytes[this.position + 2])
      const escaped = byte === 0x23 && high >= 0 && low >= 0
      name += String.fromCharCode(escaped ? high * 16 + low : byte)
      if (escaped) this.position += 2
    }
    return name
  }

  private readHex(): Uint8Array {
    const close = this.bytes.indexOf(0x3e, this.position)
    if (close === -1) throw new PdfSyntaxError('a string does not end')
    const out = new Uint8Array((close - this.position) >> 1)
    let length = 0
    let high = -1
    for (this.position++; this.position < close; this.position++) {
      const byte = this.bytes[this.position]
      if (isWhite(byte)) continue
      const digit = hexDigit(byte)
      if (digit < 0) throw new PdfSyntaxError(`expected a hexadecimal digit at byte ${this.position}`)
      if (high < 0) high = digit
      else {
        out[length++] = high * 16 + digit
        high = -1
      }
    }
    this.position++
    if (high >= 0) out[length++] = high * 16
    return out.subarray(0, length)
  }

  private readLiteral(): Uint8Array {
    const out: number[] = []
    let open = 1
    for (this.position++; ; this.position++) {
      let byte = this.bytes[this.position]
      if (byte === undefined) throw new PdfSyntaxError('a string does not end')
      if (out.length > MAX_LITERAL_BYTES) throw new PdfSyntaxError('a string is too long', 'TOO_LARGE')
      if (byte === 0x28) open++
      if (byte === 0x29 && --open === 0) break
      if (byte === 0x5c) {
        byte = this.readEscape()
        if (byte === undefined) continue
      } else if (byte === 13) {
        if (this.bytes[this.position + 1] === 10) this.position++
        byte = 10
      }
      out.push(byte)
    }
    this.position++
    return Uint8Array.from(out)
  }

  /** Reads after a backslash and leaves the position on the last byte used; `undefined` for a line continuation. */
  private readEscape(): number | undefined {
    const byte = this.bytes[++this.position] ?? 0
    if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30
      for (let count = 0; count < 2; count++) {
        const next = this.bytes[this.position + 1] ?? 0
        if (next < 0x30 || next > 0x37) break
        value = value * 8 + next - 0x30
        this.position++
      }
      return value & 0xff
    }
    if (byte === 13 && this.bytes[this.position + 1] === 10) this.position++
    if (byte === 10 || byte === 13) return undefined
    return ESCAPES.get(byte) ?? byte
  }
}
