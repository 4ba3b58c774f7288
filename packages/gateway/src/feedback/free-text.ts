import { normaliseText } from '@motcua/core/text'
import type { Members } from '../http/body.ts'
import { Problem } from '../http/problem.ts'

/** Free text is personal data: it is stored composed (NFC) and without invisible characters, and stands in no log and no problem document. */
export function freeText(body: Members, name: string, { maxLength, minLength = 0 }: { maxLength: number; minLength?: number }): string {
  // What is normalised away may be long, but not without end.
  const text = normaliseText(body.text(name, { maxLength: maxLength * 4 }), { multiline: true })
  const length = Array.from(text).length
  if (length < minLength) throw new Problem('text-missing', { detail: `/${name}: expected at least ${minLength} characters.` })
  if (length > maxLength) throw new Problem('text-too-long', { detail: `/${name}: expected at most ${maxLength} characters.`, limit: maxLength })
  return text
}
