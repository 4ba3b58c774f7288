import { PROVINCES } from '@motcua/schemas/reference'
import type { Commune } from './place-directory.ts'

/** Reads `reference/communes.json`: rows `[code, name, kind letter]` by province code, kind words beside them (`CommuneTable` of `@motcua/schemas`). Throws TypeError when it is something else. */
export function readCommunes(file: unknown): Map<string, Commune> {
  if (!isRecord(file) || !isRecord(file.provinces) || !isRecord(file.kinds)) throw new TypeError('communes.json: expected an object with "kinds" and "provinces".')
  const communes = new Map<string, Commune>()
  for (const [provinceCode, rows] of Object.entries(file.provinces)) {
    const provinceName = PROVINCES.find((province) => province.code === provinceCode)?.name
    if (provinceName === undefined || !Array.isArray(rows)) continue
    for (const row of rows as unknown[]) {
      const [code, name, letter]: unknown[] = Array.isArray(row) ? row : []
      if (typeof code !== 'string' || typeof name !== 'string') continue
      communes.set(code, { code, name, kind: word(file.kinds, letter), provinceCode, provinceName })
    }
  }
  return communes
}

function isRecord(value: unknown): value is Record<string, unknown> { return typeof value === 'object' && value !== null && !Array.isArray(value) }
function word(words: Record<string, unknown>, key: unknown): string {
  const found = typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined
  return typeof found === 'string' ? found : ''
}
