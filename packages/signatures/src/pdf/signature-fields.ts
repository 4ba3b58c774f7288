import { isWhite } from './parser.ts'
import { readFields } from './fields.ts'
import { readPdfDate } from './text.ts'
import { hexDigit } from './parser.ts'
import type { PdfFile } from './file.ts'
import type { PdfDict, PdfValue } from './values.ts'
import type { ReasonCode } from '../reasons.ts'

/** A signature as the file has it, unverified. */
export interface SignatureField {
  readonly fieldName: string
  readonly dict: PdfDict
  readonly signedAt: Date | undefined
}

/** Signed fields in the order of the form, and whether a field waits for a signature that never came. */
export function readSignatureFields(file: PdfFile): { signed: SignatureField[]; hasEmptyField: boolean } {
  const fields = readFields(file).filter(({ type }) => type === 'Sig')
  const signed: SignatureField[] = []
  for (const { name, value } of fields) {
    const dict = file.resolveDict(value)
    const date = dict?.entries.get('M')
    if (dict) signed.push({ fieldName: name, dict, signedAt: date?.kind === 'string' ? readPdfDate(date.bytes) : undefined })
  }
  return { signed, hasEmptyField: signed.length < fields.length }
}

export interface SignedBytes {
  reasons: readonly ReasonCode[]
  /** Both halves of the signed bytes, where the ByteRange could be read. */
  halves?: readonly [Uint8Array, Uint8Array]
  /** Content of /Contents, where it is canonical hexadecimal. */
  container?: Uint8Array
  /** Index of the revision the signature closes. */
  revision?: number
}

/**
 * Reads /ByteRange and /Contents byte by byte: the range starts at 0, leaves out exactly the `<…>` of this signature's own
 * /Contents and ends where its revision ends. The gap must be exact, for whatever else stands in it is not signed.
 */
export function readSignedBytes(file: PdfFile, dict: PdfDict): SignedBytes {
  const contents = dict.entries.get('Contents')
  if (!contents) return { reasons: ['CONTENTS_MISSING'] }
  const range = readByteRange(dict.entries.get('ByteRange'))
  if (!range) return { reasons: ['BR_MALFORMED'] }
  const [from, firstLength, secondStart, secondLength] = range
  if (from !== 0) return { reasons: ['BR_NOT_FROM_ZERO'] }
  const end = secondStart + secondLength
  if (firstLength === 0 || secondLength === 0 || end > file.bytes.length) return { reasons: ['BR_MALFORMED'] }
  if (secondStart < firstLength) return { reasons: ['BR_OVERLAP'] }
  // In an object stream /Contents would stand elsewhere than the gap, even where the numbers agree.
  if (contents.kind !== 'string' || contents.source !== file.bytes || contents.form !== 'hex' || contents.start !== firstLength || contents.end !== secondStart) return { reasons: ['GAP_NOT_CONTENTS'] }
  const reasons: ReasonCode[] = []
  const revision = file.revisions.findIndex(({ end: revisionEnd, markerEnd }) => end === revisionEnd || end === markerEnd)
  const isLast = revision === file.revisions.length - 1
  if (revision === -1 || (isLast && end !== file.bytes.length)) reasons.push('NOT_WHOLE_FILE')
  const hex = file.bytes.subarray(contents.start + 1, contents.end - 1)
  if (!isCanonicalHex(hex)) reasons.push('CONTENTS_NOT_CANONICAL')
  else if (contents.bytes.every((byte) => byte === 0)) reasons.push('CONTENTS_EMPTY')
  return {
    reasons,
    halves: [file.bytes.subarray(0, firstLength), file.bytes.subarray(secondStart, end)],
    ...(!reasons.includes('CONTENTS_NOT_CANONICAL') && { container: contents.bytes }),
    ...(revision !== -1 && { revision }),
  }
}

function readByteRange(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  if (value?.kind !== 'array' || value.items.length !== 4) return undefined
  const numbers = value.items.map((item) => (item.kind === 'number' && item.isInteger && item.value >= 0 && Number.isSafeInteger(item.value) ? item.value : undefined))
  const [a, b, c, d] = numbers
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d]
}

/** Whole bytes, no white space, one letter case: the one part of the file no signature covers leaves no choice of spelling. */
function isCanonicalHex(hex: Uint8Array): boolean {
  let hasLower = false
  let hasUpper = false
  for (const byte of hex) {
    if (isWhite(byte) || hexDigit(byte) < 0) return false
    hasLower ||= byte >= 0x61
    hasUpper ||= byte >= 0x41 && byte <= 0x46
  }
  return hex.length % 2 === 0 && !(hasLower && hasUpper)
}
