import { foldForSearch } from '@motcua/core/text'

/** Makes thousands of names: each of their words, of which there are few, is folded once. */
export class PlaceNames {
  readonly #folded = new Map<string, string>()

  of(kind: string, name: string, ...above: readonly string[]): PlaceName {
    const bare = this.#fold(name)
    return new PlaceName(bare, `${this.#fold(kind)} ${bare}`, above.map((tier) => this.#fold(tier)).join(' '))
  }

  #fold(text: string): string {
    return text.split(' ').map((word) => {
      let folded = this.#folded.get(word)
      if (folded === undefined) this.#folded.set(word, folded = foldPlace(word))
      return folded
    }).filter((word) => word !== '').join(' ')
  }
}

/** A name as it is compared. */
export class PlaceName {
  /** Without its kind: `my thuan`. */
  readonly bare: string
  /** With it: `xa my thuan`. */
  readonly kinded: string
  /** The tiers above: `vinh long`. */
  readonly above: string
  /** With them: `my thuan vinh long`. */
  readonly full: string
  #squeezed: string | undefined
  #squeezedFull: string | undefined

  constructor(bare: string, kinded: string, above: string) {
    this.bare = bare
    this.kinded = kinded
    this.above = above
    this.full = `${bare} ${above}`
  }

  /** {@link squeeze}d; only a name that nothing else finds is looked at so. */
  get squeezed(): string { return this.#squeezed ??= squeeze(this.bare) }
  get squeezedFull(): string { return this.#squeezedFull ??= squeeze(this.full) }
}

/** What was typed, in the readings it may have. */
export interface PlaceQuery {
  /** As written, with a shortened kind in full, without the kind it begins with. */
  readings: ReadonlyArray<{ text: string; words: readonly string[]; squeezed: string }>
  /** What stands after a comma: tiers above. */
  above: readonly string[]
  squeezedAbove: string
}

const KIND = /^(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tinh|tp|tx|tt|dk|[pxhq]) (?=.)/

/** For comparing: without marks, case, apostrophes and signs: `Cư M’gar` is `cu mgar`. */
export function foldPlace(text: string): string {
  return foldForSearch(text).replaceAll(/['’ʼ`]/g, '').replaceAll(/[^a-z0-9]+/g, ' ').trim()
}

const SHORT_KINDS: Readonly<Record<string, string>> = { x: 'xa', p: 'phuong', q: 'quan', h: 'huyen', dk: 'dac khu', tt: 'thi tran', tx: 'thi xa', tp: 'thanh pho' }

/** `p1 q3` is `phuong 1 quan 3`: before a number the letter is a kind wherever it stands. */
function kindInFull(folded: string): string {
  return folded.replaceAll(/(?<![a-z0-9])([pq]) ?(?=\d)/g, (_, letter: string) => `${SHORT_KINDS[letter]} `).replace(/^[a-z]{1,2}(?= .)/, (first) => (Object.hasOwn(SHORT_KINDS, first) ? SHORT_KINDS[first] : undefined) ?? first)
}

/** Without the kind, however it is written: `TT. An Châu` is `an chau`. */
export function withoutKind(folded: string): string { return folded.replace(KIND, '') }

export function placeQuery(typed: string): PlaceQuery {
  const [first = '', ...above] = typed.split(/[,;/]/)
  const text = foldPlace(first)
  const bare = withoutKind(text)
  // Of units that are but numbered the kind is half of the name: “Quận 1” is no “Phường 1 Bảo Lộc”.
  const readings = [...new Set([text, kindInFull(text), /^\d/.test(bare) ? text : bare])].map((reading) => ({ text: reading, words: reading.split(' '), squeezed: squeeze(reading) }))
  const tiers = above.map((part) => withoutKind(kindInFull(foldPlace(part)))).filter((part) => part !== '')
  return { readings, above: tiers, squeezedAbove: squeeze(tiers.join(' ')) }
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
export function rankLoosely({ readings, squeezedAbove }: PlaceQuery, { squeezed, squeezedFull }: PlaceName): number | undefined {
  // Keys of marks alone, “zzzz”, leave nothing that could be read.
  const readable = readings.filter((reading) => /[aeiou]/.test(reading.squeezed))
  if (squeezedAbove !== '') return readable.some((reading) => squeezedFull.startsWith(reading.squeezed + squeezedAbove)) ? 0 : undefined
  return readable.some((reading) => squeezed.startsWith(reading.squeezed)) ? 0 : readable.some((reading) => squeezedFull.startsWith(reading.squeezed)) ? 1 : undefined
}

function rankReading(text: string, words: readonly string[], { bare, kinded, above, full }: PlaceName): number | undefined {
  if (bare === text || kinded === text) return 0
  // The whole name, then tiers above it.
  for (const own of [bare, kinded]) if (text.startsWith(`${own} `) && `${above} `.startsWith(`${text.slice(own.length + 1)} `)) return 1
  if (bare.startsWith(text) || kinded.startsWith(text)) return 2
  if (beginsWord(bare, text)) return 4
  return words.length > 1 && inOrder(words, full) ? 6 : undefined
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
  return (onset === 'dd' ? 'd' : onset) + letters.replaceAll(/([aeod])\1+/g, '$1').replace(/([aeo])([cmnptgh]+)\1$/, '$1$2').replace(/d$/, '')
}
