import { partialDateRange } from '../dates.ts'

export type Sex = 'male' | 'female'

/** What a personal identification number says of the person: `PPP C YY NNNNNN`, where `C` is century and sex. `null` when it is not twelve ASCII digits. */
export function personalIdParts(text: string): { sex: Sex; birthYear: number } | null {
  if (!/^[0-9]{12}$/.test(text)) return null
  const centurySex = Number(text[3])
  return { sex: centurySex % 2 === 0 ? 'male' : 'female', birthYear: 1900 + Math.floor(centurySex / 2) * 100 + Number(text.slice(4, 6)) }
}

/** True when number, year of birth and sex agree, false when not, null when the number or the date cannot be read. */
export function personalIdMatches(text: string, declared: { birthDate: string; sex?: Sex | undefined }): boolean | null {
  const parts = personalIdParts(text)
  const range = partialDateRange(declared.birthDate)
  return parts && range && Number(range.first.slice(0, 4)) === parts.birthYear && (declared.sex === undefined || declared.sex === parts.sex)
}
