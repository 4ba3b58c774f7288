import type { JsonValue } from '@motcua/core/json'
import { childPointer, isJsonObject, type Report, type SourceFile } from '@motcua/schemas/generator'
import { BLANK } from '../new/scaffold.ts'

/** Reports every blank a new procedure still has, and gives their places: what else is wrong there only follows from the blank. */
export function reportBlanks({ path, value }: SourceFile, report: Report): Set<string> {
  const places = new Set<string>()
  const walk = (at: JsonValue, pointer: string): void => {
    if (typeof at === 'string' && at.startsWith(BLANK)) {
      places.add(pointer)
      report({ code: 'blank', file: path, pointer, message: `Still blank: ${at.slice(BLANK.length).trim() || 'a text'}.`, fix: fixOf(pointer) })
    } else if (Array.isArray(at)) at.forEach((item, index) => { walk(item, `${pointer}/${index}`) })
    else if (isJsonObject(at)) for (const [key, child] of Object.entries(at)) walk(child, childPointer(pointer, key))
  }
  if (path.startsWith('procedures/')) walk(value, '')
  return places
}

function fixOf(pointer: string): string {
  return pointer.endsWith('/source')
    ? `Replace the whole text, "${BLANK}" included, and set "confidence" to CONFIRMED or INFERRED once the source was read.`
    : `Replace the whole text, "${BLANK}" included.`
}
