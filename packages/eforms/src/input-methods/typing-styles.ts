import { METHODS, displays, keysFor } from './keystrokes.ts'
import type { Habit, Method } from './keystrokes.ts'
import { commit, compose, key, process } from './step.ts'
import type { Step } from './step.ts'
import { TONES } from './vietnamese-word.ts'
import type { TonePlacement } from './vietnamese-word.ts'

export { METHODS }

/** The ways in which methods bring their text to a page. Sources: `traces.json`, which each of them must reproduce. */
export const STYLES = ['composition', 'composition-anew', 'composition-android', 'committed', 'rewritten', 'key-by-key', 'empty-character', 'select-and-replace', 'decomposed', 'clipboard'] as const
export type Style = (typeof STYLES)[number]

export interface TypingOptions {
  style: Style
  method: Method
  /** @default 'old' */
  placement?: TonePlacement
  /** @default 'tone-last' */
  habit?: Habit
}

/** The acts that type a phrase: words through the method, what stands between them as plain keys. */
export function typePhrase(phrase: string, options: TypingOptions): Step[] {
  const { method, habit, style } = options
  const parts = phrase.normalize('NFC').match(/\p{L}+|[^\p{L}]/gu) ?? []
  return parts.flatMap((part, index) => {
    if (/^\p{L}/u.test(part)) return typeWord(keysFor(part, method, habit), { ...options, blank: style === 'composition' && parts[index + 1] === ' ' })
    return part === ' ' && style === 'composition' && /^\p{L}/u.test(parts[index - 1] ?? '') ? [] : typeBetween(part, style)
  })
}

/** What stands in the box when the phrase has been typed: with the method that writes Unicode tổ hợp, letter and tone apart. */
export function typedText(phrase: string, style: Style): string {
  return style === 'decomposed' ? [...phrase.normalize('NFC')].map(apart).join('') : phrase.normalize('NFC')
}

/** The acts for the keys of one word. A method that composes takes the blank after it into the composition. */
export function typeWord(keys: string, { style, method, placement = 'old', blank = false }: TypingOptions & { blank?: boolean }): Step[] {
  const shown = displays(keys, method, placement)
  if (style === 'composition') return [...shown.flatMap((text) => [process(), compose(text)]), process(), commit((shown.at(-1) ?? '') + (blank ? ' ' : ''))]
  if (style === 'composition-anew') return composeAnew(shown)
  if (style === 'composition-android') return [...shown.flatMap((text) => [process('Unidentified'), compose(text)]), commit(shown.at(-1) ?? '')]
  return shown.flatMap((text, index) => replace(shown[index - 1] ?? '', text, style, keys[index] ?? ''))
}

/** As m17n does: at every key the word is taken away, put back as it was, and then as it is now. */
function composeAnew(shown: readonly string[]): Step[] {
  const again = (text: string): Step[] => [process(), compose(''), compose(text)]
  return [...shown.flatMap((text, index) => [...(index === 0 ? [process()] : again(shown[index - 1] ?? '')), compose(text)]), ...again(shown.at(-1) ?? ''), compose(''), commit(shown.at(-1) ?? '')]
}

function typeBetween(char: string, style: Style): Step[] {
  return style === 'composition-android' || style === 'committed' ? [process('Unidentified'), commit(char)] : [key(char)]
}

/** From what stands there to what should: letters that only follow are keys like any other; the rest is taken back and written anew. */
function replace(before: string, after: string, style: Style, pressed: string): Step[] {
  const old = [...before]
  const next = [...after]
  if (after === before + pressed) return style === 'committed' ? [process('Unidentified'), commit(pressed)] : [key(pressed)]
  const common = old.findIndex((char, index) => char !== next[index])
  const kept = common === -1 ? old.length : common
  const gone = old.slice(kept)
  const fresh = next.slice(kept)
  const backspaces = (count: number): Step[] => Array.from({ length: count }, () => key('Backspace'))
  switch (style) {
    case 'select-and-replace': return [...(gone.length > 0 ? [{ do: 'select-left', count: gone.length } as const] : []), ...fresh.map(key)]
    case 'empty-character': return [key('\u202F'), ...backspaces(gone.length + 1), ...fresh.map(key)]
    case 'decomposed': return [...backspaces(gone.reduce((sum, char) => sum + [...apart(char)].length, 0)), ...fresh.map((char) => commit(apart(char)))]
    case 'clipboard': return [...backspaces(gone.length), { do: 'paste', text: fresh.join('') }]
    case 'rewritten': return [...backspaces(gone.length), commit(fresh.join(''))]
    case 'committed': return [process('Unidentified'), ...backspaces(gone.length), commit(fresh.join(''))]
    default: return [...backspaces(gone.length), ...fresh.map(key)]
  }
}

/** Letter with its mark, then the tone: the "Unicode tổ hợp" of UniKey and code page 1258. */
function apart(char: string): string {
  const parts = char.normalize('NFD')
  const tone = TONES.find((t) => parts.includes(t))
  return tone ? parts.replace(tone, '').normalize('NFC') + tone : char
}
