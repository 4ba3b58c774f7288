import { sniffMediaType } from '@motcua/dossier/documents'
import { formatBytes, formatLimit, mediaTypeName } from '../../locales/file-formats.ts'
import type { Words } from '../../locales/strings.ts'

/** What is taken. */
export interface FileLimits {
  /** Such as `application/pdf`; none means any, and then the content is not looked at. */
  mediaTypes: readonly string[]
  maxBytes: number
}

export const FILE_FAULTS = ['empty', 'too-large', 'wrong-type'] as const
export type FileFault = (typeof FILE_FAULTS)[number]

const SNIFF_BYTES = 4096

/** What is wrong with a file, by its content and not by its name; `undefined` when it can be taken. */
export async function judgeFile(file: Blob, { mediaTypes, maxBytes }: FileLimits): Promise<FileFault | undefined> {
  if (file.size === 0) return 'empty'
  if (file.size > maxBytes) return 'too-large'
  if (mediaTypes.length === 0) return undefined
  const kind = sniffMediaType(new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer()))
  return kind !== null && mediaTypes.includes(kind) ? undefined : 'wrong-type'
}

/** Says what is wrong and what to do about it. */
export function fileFaultText(fault: FileFault, file: Blob, { mediaTypes, maxBytes }: FileLimits, words: Words): string {
  switch (fault) {
    case 'empty': return words('uploadEmpty')
    case 'too-large': return words('uploadTooLarge', { size: formatBytes(file.size, words.tag), limit: formatLimit(maxBytes, words.tag) })
    case 'wrong-type': return words('uploadWrongType', { types: namesOf(mediaTypes) })
  }
}

/** What is taken, in words. */
export function fileLimitsText({ mediaTypes, maxBytes }: FileLimits, words: Words): string {
  const size = formatLimit(maxBytes, words.tag)
  return mediaTypes.length > 0 ? words('documentLimits', { types: namesOf(mediaTypes), size }) : words('fileLimit', { size })
}

function namesOf(mediaTypes: readonly string[]): string { return mediaTypes.map(mediaTypeName).join(', ') }
