import type { FormerPlace } from '../../places/legacy-places.ts'
import type { PlaceDirectory } from '../../places/place-directory.ts'
import type { Words } from '../../locales/strings.ts'
import type { FieldOption } from '../field.ts'

/** A commune was divided into five at most; a district into more. */
const MAX_NAMED = 5

/** An option that was found by an old name carries it beside the code: two old names may lead to one commune. */
export const formerValue = {
  of: (code: string, name: string): string => `${code}|${name}`,
  parse(value: string): { code: string; name?: string } {
    const at = value.indexOf('|')
    return at < 0 ? { code: value } : { code: value.slice(0, at), name: value.slice(at + 1) }
  },
}

/**
 * Communes of today for an old name, each with that name beside it. Where the best old name belongs to several communes
 * now, `question` names them: only the person knows which.
 */
export function formerOptions(places: PlaceDirectory, text: string, today: readonly FieldOption[], words: Words): { options: FieldOption[]; question: string } {
  const found = (places.former?.search(text) ?? []).filter(({ communeCodes }) => communeCodes.some((code) => places.commune(code)))
  const shown = new Set(today.map(({ value }) => value))
  const options = found.flatMap((place) => place.communeCodes.flatMap((code): FieldOption[] => {
    if (shown.has(code)) return []
    shown.add(code)
    return [{ value: formerValue.of(code, place.name), label: words('communeFormer', { commune: places.communeName(code), name: place.name }) }]
  }))
  const [best] = found
  return { options, question: best && options.length > 0 && best.communeCodes.length > 1 ? question(places, best, words) : '' }
}

function question(places: PlaceDirectory, { name, communeCodes }: FormerPlace, words: Words): string {
  const rest = communeCodes.length - MAX_NAMED
  const communes = communeCodes.slice(0, MAX_NAMED).map((code) => places.communeName(code))
  return words('communeDivided', { name, communes: rest > 0 ? words('communeDividedMore', { communes: communes.join('; '), count: rest }) : communes.join('; ') })
}
