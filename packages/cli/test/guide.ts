import { readFileSync } from 'node:fs'

/** One fenced block of a guide: its language, what stands behind it, and its text. */
export interface Block { language: string; about: string; text: string }

/** The fenced blocks of a Markdown file, in order. */
export function blocksOf(file: string): Block[] {
  return [...readFileSync(file, 'utf8').matchAll(/^```(\w+)(?: (.*))?\n([^]*?)^```$/gm)].map(([, language = '', about = '', text = '']) => ({ language, about, text }))
}

/** Applies the hunks of a `diff` block; each must stand in the file exactly once. */
export function applyDiff(text: string, diff: string): string {
  return diff.split(/^@@\n/m).reduce((changed, hunk) => {
    const side = (sign: string): string => hunk.split('\n').filter((line) => line.startsWith(sign)).map((line) => `${line.slice(1)}\n`).join('')
    const before = side('-')
    const places = changed.split(before).length - 1
    if (before === '' || places !== 1) throw new Error(`The guide's lines stand in the file ${places} times, expected once:\n${before}`)
    return changed.replace(before, () => side('+'))
  }, text)
}

/** Words of a command line, with single quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}
