/** How a tone is placed where two habits are in use: `hòa` (old, the default of most methods) or `hoà` (new). */
export type TonePlacement = 'old' | 'new'

/** One letter as a method keeps it while the word is typed: the tone belongs to the word, not to the letter. */
export interface Letter { base: string; mark: Mark; upper: boolean }

export const MARKS = { none: '', circumflex: '\u0302', breve: '\u0306', horn: '\u031B', stroke: 'đ' } as const
export type Mark = (typeof MARKS)[keyof typeof MARKS]

/** Sharp, falling, asking, tumbling, heavy, in the order of the VNI digits 1–5. */
export const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const
export type Tone = (typeof TONES)[number] | ''

export interface Word { letters: readonly Letter[]; tone: Tone }

const VOWELS = new Set(['a', 'e', 'i', 'o', 'u', 'y'])

/** The word on the screen, composed. */
export function writeWord({ letters, tone }: Word, placement: TonePlacement): string {
  const bearer = toneBearer(letters, placement)
  return letters.map((letter, index) => writeLetter(letter, index === bearer ? tone : '')).join('')
}

/** Takes a written word apart; the inverse of {@link writeWord} for a word whose tone stands where the placement puts it. */
export function readWord(text: string): Word {
  const letters: Letter[] = []
  let tone: Tone = ''
  for (const char of text.normalize('NFD')) {
    const last = letters.at(-1)
    const found = TONES.find((t) => t === char)
    if (found) tone = found
    else if (last && isMark(char)) last.mark = char
    else letters.push(char.toLowerCase() === 'đ' ? { base: 'd', mark: MARKS.stroke, upper: char === 'Đ' } : { base: char.toLowerCase(), mark: '', upper: char !== char.toLowerCase() })
  }
  return { letters, tone }
}

/** Indexes of the vowels that can bear the tone: without the `u` of `qu` and the `i` of `gi` before another vowel. */
export function vowelIndexes(letters: readonly Letter[]): number[] {
  const all = letters.flatMap(({ base }, index) => (VOWELS.has(base) ? [index] : []))
  const [first, second] = all
  const glides = first === 1 && second === 2 && ((letters[0]?.base === 'q' && letters[1]?.base === 'u') || (letters[0]?.base === 'g' && letters[1]?.base === 'i'))
  return glides ? all.slice(1) : all
}

function toneBearer(letters: readonly Letter[], placement: TonePlacement): number | undefined {
  const vowels = vowelIndexes(letters)
  const marked = vowels.filter((index) => letters[index]?.mark !== '')
  if (marked.length > 0) return marked.at(-1)
  const [first, second] = vowels
  if (vowels.length !== 2 || first === undefined || second === undefined) return vowels.length > 2 ? second : first
  const isOpen = second === letters.length - 1
  const pair = `${letters[first]?.base}${letters[second]?.base}`
  return isOpen && !(placement === 'new' && ['oa', 'oe', 'uy'].includes(pair)) ? first : second
}

function writeLetter({ base, mark, upper }: Letter, tone: Tone): string {
  const text = (mark === MARKS.stroke ? mark : base + mark) + tone
  return (upper ? text.toUpperCase() : text).normalize('NFC')
}

function isMark(char: string): char is Mark { return char === MARKS.circumflex || char === MARKS.breve || char === MARKS.horn }
