import type { JsonObject, JsonValue } from '@motcua/core/json'

/** Small deterministic generator (mulberry32), so that a failing case can be named by its seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Values that have caught validators out: wrong types, lengths at the limit, astral and decomposed letters, dates at their borders. */
const STRANGE: readonly JsonValue[] = [
  null, true, false, 0, 1, -1, 99, 100, 1.5, 150.5, 2 ** 53, 1e21, '', ' ', '\u00a0', 'a', 'Ă', '𠮷', '𠮷'.repeat(100), 'a'.repeat(100), 'a'.repeat(101),
  'é'.repeat(250), 'é'.repeat(251), '😀'.repeat(126), 'x'.repeat(1001), '091158000123', '91158000123', '０９１１５８０００１２３', '0912345678', '+84912345678', '84912345678',
  'Nguyễn Văn Ổn'.normalize('NFD'), 'é'.normalize('NFD').repeat(125), '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '1999-12-31', '2027-02-28', '2027-03-01', '2026-02-28',
  '2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '0000-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', '2026-01-01\n', '2026', '2026-05', '2026-00',
  'a@b.vn', 'a@b', 'a b@c.vn', 'A.b+c@d-e.vn', '"q"@d.vn', 'ă@b.vn', 'VN', 'vn', 'FR', '55', '56', 'other', 'self', 'constructor', "H'Rim", '-a', 'Trần\tMai', [], {}, ['x'], { x: 1 },
]

const STRANGE_KEYS = ['unknown', 'a/b', 'til~de', 'dấu', '50%', 'khoảng trắng', 'constructor', 'toString', '', '0']

/** One case: a copy of a sample with one to four random edits. */
export function mutate(samples: readonly JsonValue[], random: () => number): JsonValue {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const root: { answers: JsonValue } = { answers: structuredClone(pick(samples) ?? {}) }
  const edits = 1 + Math.floor(random() * 4)
  for (let edit = 0; edit < edits; edit += 1) {
    const place = pick(placesIn(root))
    if (place === undefined) continue
    const { parent, key } = place
    const action = random()
    if (action < 0.25 && parent !== root) remove(parent, key)
    else if (action < 0.4) {
      const value = read(parent, key)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) value[pick(STRANGE_KEYS) ?? ''] = structuredClone(pick(STRANGE) ?? null)
    } else if (action < 0.48) {
      // Longer, or empty.
      const value = read(parent, key)
      if (typeof value === 'string') write(parent, key, random() < 0.5 ? value.repeat(1 + Math.floor(random() * 300)) : '')
      else if (Array.isArray(value)) write(parent, key, random() < 0.5 ? Array.from({ length: 40 }, () => structuredClone(value[0] ?? {})) : [])
    } else if (action < 0.56) {
      // The answer another sample gives here: conditions flip.
      const same = pick(placesIn({ answers: structuredClone(pick(samples) ?? {}) }).filter((place) => place.key === key))
      if (same !== undefined) write(parent, key, read(same.parent, same.key) ?? null)
    } else if (action < 0.7) {
      // A value from another place or another sample: the right form in the wrong place, or another branch of a condition.
      const other = pick(placesIn({ answers: structuredClone(pick(samples) ?? {}) }))
      if (other !== undefined) write(parent, random() < 0.5 ? other.key : key, read(other.parent, other.key) ?? null)
    } else write(parent, key, structuredClone(pick(STRANGE) ?? null))
  }
  return root.answers
}

interface Place { parent: JsonObject | JsonValue[]; key: string }

function placesIn(parent: JsonObject | JsonValue[]): Place[] {
  return Object.keys(parent).flatMap((key) => {
    const value = read(parent, key)
    return [{ parent, key }, ...(typeof value === 'object' && value !== null ? placesIn(value) : [])]
  })
}

function read(parent: JsonObject | JsonValue[], key: string): JsonValue | undefined {
  return Array.isArray(parent) ? parent[Number(key)] : parent[key]
}

function write(parent: JsonObject | JsonValue[], key: string, value: JsonValue): void {
  if (Array.isArray(parent)) parent[Number(key) || 0] = value
  else parent[key] = value
}

function remove(parent: JsonObject | JsonValue[], key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}
