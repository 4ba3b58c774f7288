import { MARKS, TONES, readWord, vowelIndexes, writeWord } from './vietnamese-word.ts'
import type { Letter, Mark, Tone, TonePlacement, Word } from './vietnamese-word.ts'

/**
 * Telex and VNI as UniKey documents them: which keys give a word, and what stands on the screen after each key.
 * A model of the methods for the tests of the fields; it knows no dictionary and checks no spelling.
 */
export const METHODS = ['telex', 'vni'] as const
export type Method = (typeof METHODS)[number]

type Command = { tone: Tone } | { mark: Mark; on: readonly string[] }

const horn = { mark: MARKS.horn, on: ['o', 'u'] } as const
const COMMANDS: Readonly<Record<Method, Readonly<Record<string, Command>>>> = {
  telex: {
    s: { tone: TONES[0] }, f: { tone: TONES[1] }, r: { tone: TONES[2] }, x: { tone: TONES[3] }, j: { tone: TONES[4] }, z: { tone: '' },
    a: { mark: MARKS.circumflex, on: ['a'] }, e: { mark: MARKS.circumflex, on: ['e'] }, o: { mark: MARKS.circumflex, on: ['o'] }, d: { mark: MARKS.stroke, on: ['d'] },
    w: { mark: MARKS.breve, on: ['a'] },
  },
  vni: {
    1: { tone: TONES[0] }, 2: { tone: TONES[1] }, 3: { tone: TONES[2] }, 4: { tone: TONES[3] }, 5: { tone: TONES[4] }, 0: { tone: '' },
    6: { mark: MARKS.circumflex, on: ['a', 'e', 'o'] }, 7: horn, 8: { mark: MARKS.breve, on: ['a'] }, 9: { mark: MARKS.stroke, on: ['d'] },
  },
}

interface Typing extends Word {
  /** A mark was taken back by typing it twice: the rest of the word is taken as it is. */
  isLiteral: boolean
}

/** What stands on the screen after each key of one word. */
export function displays(keys: string, method: Method, placement: TonePlacement = 'old'): string[] {
  let typing: Typing = { letters: [], tone: '', isLiteral: false }
  return [...keys].map((key) => {
    typing = press(typing, key, method)
    return writeWord(typing, placement)
  })
}

function press(typing: Typing, key: string, method: Method): Typing {
  const command = COMMANDS[method][key.toLowerCase()]
  if (!command || typing.isLiteral) return append(typing, key)
  if ('tone' in command) {
    if (vowelIndexes(typing.letters).length === 0 || (command.tone === '' && typing.tone === '')) return append(typing, key)
    return command.tone === typing.tone ? { ...append({ ...typing, tone: '' }, key), isLiteral: true } : { ...typing, tone: command.tone }
  }
  const isTelexHorn = method === 'telex' && key.toLowerCase() === 'w'
  const horned = isTelexHorn || command === horn ? putHorn(typing, key) : undefined
  return horned ?? putMark(typing, key, command.mark, command.on) ?? (isTelexHorn ? putLoneHorn(typing, key) : append(typing, key))
}

/** On the last vowel (of `đ`: on the first letter); the same mark again takes it back and leaves the key. */
function putMark(typing: Typing, key: string, mark: Mark, on: readonly string[]): Typing | undefined {
  const at = mark === MARKS.stroke ? 0 : typing.letters.findLastIndex(({ base }) => 'aeiouy'.includes(base))
  const letter = typing.letters[at]
  if (!letter || !on.includes(letter.base)) return undefined
  if (letter.mark === mark) return { ...append({ ...typing, letters: replaceAt(typing.letters, at, { ...letter, mark: '' }) }, key), isLiteral: true }
  return { ...typing, letters: replaceAt(typing.letters, at, { ...letter, mark }) }
}

/** `uo` becomes `uơ`, and `ươ` as soon as a letter follows; `ua` becomes `ưa`. */
function putHorn(typing: Typing, key: string): Typing | undefined {
  const { letters } = typing
  const vowels = vowelIndexes(letters)
  const last = vowels.at(-1)
  const before = vowels.at(-2)
  if (last === undefined) return undefined
  const letter = letters[last]
  const left = before === last - 1 ? letters[before] : undefined
  if (letter?.base === 'o' && left?.base === 'u' && letter.mark !== MARKS.horn) {
    const isClosed = last < letters.length - 1
    const horned = replaceAt(letters, last, { ...letter, mark: MARKS.horn })
    return { ...typing, letters: isClosed && before !== undefined ? replaceAt(horned, before, { ...left, mark: MARKS.horn }) : horned }
  }
  if (letter?.base === 'a' && left?.base === 'u' && left.mark === '' && letter.mark === '' && before !== undefined) return { ...typing, letters: replaceAt(letters, before, { ...left, mark: MARKS.horn }) }
  return putMark(typing, key, MARKS.horn, ['o', 'u'])
}

/** Telex: `w` where nothing can bear it is `ư`. */
function putLoneHorn(typing: Typing, key: string): Typing {
  return { ...typing, letters: [...typing.letters, { base: 'u', mark: MARKS.horn, upper: key === 'W' }] }
}

function append(typing: Typing, key: string): Typing {
  const letters = [...typing.letters]
  const [u, o] = letters.slice(-2)
  // "thuơ" + "n" is "thươn".
  if (u?.base === 'u' && u.mark === '' && o?.base === 'o' && o.mark === MARKS.horn && letters.at(-3)?.base !== 'q' && /[a-z]/i.test(key)) letters[letters.length - 2] = { ...u, mark: MARKS.horn }
  return { ...typing, letters: [...letters, { base: key.toLowerCase(), mark: '', upper: key !== key.toLowerCase() }] }
}

function replaceAt(letters: readonly Letter[], at: number, letter: Letter): Letter[] { return letters.map((old, index) => (index === at ? letter : old)) }

/** Where a person puts the key of the tone: right after its letter, or at the end of the word as UniKey advises. */
export const HABITS = ['tone-at-once', 'tone-last'] as const
export type Habit = (typeof HABITS)[number]

/** The keys that give one written word. */
export function keysFor(word: string, method: Method, habit: Habit = 'tone-last'): string {
  const { letters, tone } = readWord(word)
  const toneKey = tone === '' ? '' : keyOf(method, (command) => 'tone' in command && command.tone === tone)
  const bearer = [...word.normalize('NFC')].findIndex((char) => TONES.some((t) => char.normalize('NFD').includes(t)))
  const typed = letters.map((letter, index) => letterKeys(letter, method) + (habit === 'tone-at-once' && index === bearer ? toneKey : ''))
  return typed.join('') + (habit === 'tone-last' ? toneKey : '')
}

function letterKeys({ base, mark, upper }: Letter, method: Method): string {
  const markKey = mark === '' ? '' : mark === MARKS.horn && method === 'telex' ? 'w' : keyOf(method, (command) => 'mark' in command && command.mark === mark && command.on.includes(base))
  return (upper ? base.toUpperCase() : base) + markKey
}

function keyOf(method: Method, matches: (command: Command) => boolean): string {
  return Object.entries(COMMANDS[method]).find(([, command]) => matches(command))?.[0] ?? ''
}
