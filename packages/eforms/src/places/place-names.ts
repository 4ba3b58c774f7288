import { foldForSearch } from '@motcua/core/text'

/** Names as they are compared: folded, in several readings made once. */
export interface PlaceName {
  /** Without its kind: `my thuan`. */
  bare: string
  /** With it: `xa my thuan`. */
  kinded: string
  /** The tiers above: `vinh long`. */
  above: string
  /** {@link squeeze}d name, and name with tiers. */
  squeezed: string
  squeezedAbove: string
}

/** What was typed, in the readings it may have. */
export interface PlaceQuery {
  /** As written, with a shortened kind in full, without the kind it begins with. */
  readings: ReadonlyArray<{ text: string; words: readonly string[]; squeezed: string }>
  /** What stands after a comma: tiers above. */
  above: readonly string[]
}

const KIND = /^(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp|tx|tt|dk|[pxhq]) (?=.)/

/** For comparing: without marks, case, apostrophes and signs: `Cư M’gar` is `cu mgar`. */
export function foldPlace(text: string): string {
  return foldForSearch(text).replaceAll(/['’ʼ`]/g, '').replaceAll(/[^a-z0-9]+/g, ' ').trim()
}

const SHORT_KINDS: Readonly<Record<string, string>> = { x: 'xa', p: 'phuong', q: 'quan', h: 'huyen', dk: 'dac khu', tt: 'thi tran', tx: 'thi xa', tp: 'thanh pho' }

function kindInFull(folded: string): string {
  return folded.replace(/^[a-z]{1,2}(?= .)/, (first) => (Object.hasOwn(SHORT_KINDS, first) ? SHORT_KINDS[first] : undefined) ?? first)
}

/** Without the kind, however it is written: `TT. An Châu` is `an chau`. */
export function withoutKind(folded: string): string { return folded.replace(KIND, '') }

export function placeName(kind: string, name: string, ...above: readonly string[]): PlaceName {
  const bare = foldPlace(name)
  const higher = above.map(foldPlace).join(' ')
  return { bare, kinded: foldPlace(`${kind} ${name}`), above: higher, squeezed: squeeze(bare), squeezedAbove: squeeze(`${bare} ${higher}`) }
}

export function placeQuery(typed: string): PlaceQuery {
  const [first = '', ...above] = typed.split(/[,;/]/)
  const text = foldPlace(first)
  const readings = [...new Set([text, kindInFull(text), withoutKind(text)])].map((reading) => ({ text: reading, words: reading.split(' '), squeezed: squeeze(reading) }))
  return { readings, above: above.map((part) => withoutKind(foldPlace(part))).filter((part) => part !== '') }
}

/** How well a name answers, 0 the best; `undefined` = not at all. */
export function rankPlace(query: PlaceQuery, name: PlaceName): number | undefined {
  if (!query.above.every((part) => beginsWord(name.above, part))) return undefined
  let best: number | undefined
  for (const [penalty, { text, words }] of query.readings.entries()) {
    const rank = rankReading(text, words, name)
    if (rank !== undefined && (best === undefined || rank + penalty < best)) best = rank + penalty
  }
  return best
}

/** The same for what was typed with an input method half-way, with i for y or without blanks. For when {@link rankPlace} finds nothing. */
export function rankLoosely({ readings, above }: PlaceQuery, { squeezed, squeezedAbove }: PlaceName): number | undefined {
  if (above.length > 0) return readings.some((reading) => squeezedAbove.startsWith(reading.squeezed + squeeze(above.join(' ')))) ? 0 : undefined
  return readings.some((reading) => squeezed.startsWith(reading.squeezed)) ? 0 : readings.some((reading) => squeezedAbove.startsWith(reading.squeezed)) ? 1 : undefined
}

function rankReading(text: string, words: readonly string[], { bare, kinded, above }: PlaceName): number | undefined {
  if (bare === text || kinded === text) return 0
  if (bare.startsWith(text) || kinded.startsWith(text)) return 2
  if (beginsWord(bare, text)) return 4
  return words.length > 1 && inOrder(words, `${bare} ${above}`) ? 6 : undefined
}

function beginsWord(text: string, part: string): boolean { return text.startsWith(part) || text.includes(` ${part}`) }

/** Each word begins a word of the text, one after the other: `my th an gi` is `my thuan an giang`. */
function inOrder(words: readonly string[], text: string): boolean {
  let at = 0
  for (const word of words) {
    const found = text.startsWith(word, at) ? at : text.indexOf(` ${word}`, at)
    if (found < 0) return false
    at = found + word.length
  }
  return true
}

/**
 * Without blanks, with i for y, and without the keys by which Telex and VNI write marks: `myx thuaajn`, `my4 thua65n` and
 * `mĩ thuận` are all `mithuan`.
 */
export function squeeze(folded: string): string {
  return folded.split(' ').map(withoutMarkKeys).join('').replaceAll('y', 'i')
}

function withoutMarkKeys(word: string): string {
  const [, onset = '', rest = ''] = /^(tr|dd|[^aeiou]?)(.*)$/.exec(word) ?? []
  const letters = rest.replaceAll(/[sfrxjzw]/g, '').replaceAll(/([a-z])[1-9]+/g, '$1')
  return (onset === 'dd' ? 'd' : onset) + letters.replaceAll(/([aeod])\1/g, '$1').replace(/([aeo])([cmnptgh]+)\1$/, '$1$2').replace(/d$/, '')
}
