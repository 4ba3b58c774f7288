/** One data object of an EMVCo QR code: two-digit tag, two-digit decimal length, value. */
export interface DataObject { tag: string; value: string }

/** Reads a whole text as consecutive data objects; `null` when lengths do not add up exactly. Values may be empty. */
export function parseTlv(text: string): DataObject[] | null {
  const objects: DataObject[] = []
  let at = 0
  while (at < text.length) {
    const header = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4))
    const tag = header?.[1]
    if (tag === undefined) return null
    const end = at + 4 + Number(header?.[2])
    if (end > text.length) return null
    objects.push({ tag, value: text.slice(at + 4, end) })
    at = end
  }
  return objects
}

/** Writes one data object. The value is ASCII of at most 99 characters, so length in characters and in bytes agree. */
export function writeTlv(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(2, '0')}${value}`
}

/** First tag that occurs twice. */
export function duplicateTag(objects: readonly DataObject[]): string | null {
  const seen = new Set<string>()
  for (const { tag } of objects) {
    if (seen.has(tag)) return tag
    seen.add(tag)
  }
  return null
}
