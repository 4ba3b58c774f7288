import { concatBytes, digest, latin1, toHex } from '../bytes.ts'
import type { PdfFile } from './file.ts'
import type { PdfDict, PdfRef } from './values.ts'

/** Body of an indirect object to write: everything between `obj` and `endobj`. */
export interface NewObject { num: number; gen: number; body: Uint8Array }

/** Copies a dictionary byte for byte, with some values replaced or added. Nothing else of it changes. */
export function editDict(bytes: Uint8Array, dict: PdfDict, changes: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = []
  let position = dict.start
  const replaced = Object.entries(changes)
    .map(([key, text]) => ({ key, text, value: dict.entries.get(key) }))
    .sort((a, b) => (a.value?.start ?? dict.end) - (b.value?.start ?? dict.end))
  for (const { key, text, value } of replaced) {
    const start = value?.start ?? dict.end - 2
    parts.push(bytes.subarray(position, start), latin1(value ? text : `/${key} ${text}\n`))
    position = value?.end ?? start
  }
  return concatBytes(...parts, bytes.subarray(position, dict.end))
}

export const refText = (ref: Pick<PdfRef, 'num' | 'gen'>): string => `${ref.num} ${ref.gen} R`

/**
 * Appends one revision: the given objects, a classic cross-reference table and a trailer that keeps Root, Info and the
 * first half of ID. The bytes of the file before stay as they are.
 */
export async function appendRevision(file: PdfFile, objects: readonly NewObject[]): Promise<{ bytes: Uint8Array<ArrayBuffer>; offsets: ReadonlyMap<number, number> }> {
  const parts: Uint8Array[] = [file.bytes]
  let position = file.bytes.length
  const push = (part: Uint8Array): void => {
    parts.push(part)
    position += part.length
  }
  if (![10, 13].includes(file.bytes.at(-1) ?? 0)) push(latin1('\n'))
  const offsets = new Map<number, number>()
  const sorted = [...objects].sort((a, b) => a.num - b.num)
  for (const { num, gen, body } of sorted) {
    offsets.set(num, position)
    push(latin1(`${num} ${gen} obj\n`))
    push(body)
    push(latin1('\nendobj\n'))
  }
  const xrefStart = position
  push(latin1(`xref\n${writeSubsections(sorted, offsets)}trailer\n`))
  push(latin1(await writeTrailer(file, sorted)))
  push(latin1(`\nstartxref\n${xrefStart}\n%%EOF\n`))
  return { bytes: concatBytes(...parts), offsets }
}

function writeSubsections(objects: readonly NewObject[], offsets: ReadonlyMap<number, number>): string {
  let text = ''
  for (let index = 0; index < objects.length;) {
    const first = objects[index]?.num ?? 0
    let count = 1
    while (objects[index + count]?.num === first + count) count++
    text += `${first} ${count}\n`
    for (const { num, gen } of objects.slice(index, index + count)) {
      text += `${String(offsets.get(num)).padStart(10, '0')} ${String(gen).padStart(5, '0')} n \n`
    }
    index += count
  }
  return text
}

async function writeTrailer(file: PdfFile, objects: readonly NewObject[]): Promise<string> {
  const { entries } = file.trailer
  const size = Math.max(file.nextNumber, ...objects.map(({ num }) => num + 1))
  const keep = (key: string): string => {
    const value = entries.get(key)
    return value ? `/${key} ${new TextDecoder('latin1').decode(file.bytes.subarray(value.start, value.end))} ` : ''
  }
  const id = file.resolve(entries.get('ID'))
  const first = id?.kind === 'array' ? id.items[0] : undefined
  // The second half changes with every save; a digest of what is signed keeps the output reproducible.
  const second = toHex((await digest(file.bytes)).subarray(0, 16))
  const idText = first?.kind === 'string' ? `/ID [<${toHex(first.bytes)}> <${second}>] ` : ''
  return `<< /Size ${size} ${keep('Root')}${keep('Info')}${idText}/Prev ${file.revisions.at(-1)?.xrefStart} >>`
}
