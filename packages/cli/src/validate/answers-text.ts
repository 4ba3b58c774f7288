import type { JsonValue } from '@motcua/core/json'
import { readJson } from '@motcua/schemas/generator'
import { visit } from 'jsonc-parser'

/** What the reader takes at most; a real dossier is a few kilobytes, and a gateway refuses more than a mebibyte. */
export const ANSWER_LIMITS = { bytes: 1_048_576, depth: 32, textLength: 20_000 } as const

/** Why a file of answers was refused before any schema saw it. */
export interface AnswersMistake {
  code: 'too-large' | 'not-utf8' | 'too-deep' | 'not-json' | 'duplicate-key' | 'unsafe-key' | 'text-too-long' | 'not-nfc' | 'lone-surrogate'
  /** From 1; 0 when the whole file is meant. */
  line: number
  message: string
  fix: string
}

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads answers strictly and in bounded time: size and depth first, then syntax, then keys and texts. The first mistake that
 * makes the rest meaningless ends it; messages hold keys, never values.
 */
export function readAnswers(bytes: Uint8Array): { answers: JsonValue; text: string } | { mistakes: AnswersMistake[] } {
  const { bytes: most, depth } = ANSWER_LIMITS
  if (bytes.length > most) return one({ code: 'too-large', line: 0, message: `The file is larger than ${most} bytes.`, fix: 'Answers are some kilobytes; papers are uploaded beside them.' })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return one({ code: 'not-utf8', line: 0, message: 'The file is not UTF-8.', fix: 'Save it as UTF-8.' })
  }
  const read = readJson(text, { maxDepth: depth })
  if (!('value' in read)) return one(read)
  const mistakes = keysAndTexts(text)
  return mistakes.length > 0 ? { mistakes } : { answers: read.value, text }
}

function one(mistake: AnswersMistake): { mistakes: AnswersMistake[] } {
  return { mistakes: [mistake] }
}

function keysAndTexts(text: string): AnswersMistake[] {
  const mistakes: AnswersMistake[] = []
  const keys: Array<Set<string>> = []
  const add = (mistake: Omit<AnswersMistake, 'line'>, line: number): void => {
    // A hostile file may repeat one mistake a hundred thousand times.
    if (mistakes.length < 20) mistakes.push({ ...mistake, line: line + 1 })
  }
  const checkText = (value: string, what: string, line: number): void => {
    if (value.length > ANSWER_LIMITS.textLength) add({ code: 'text-too-long', message: `${what} has ${value.length} characters, more than ${ANSWER_LIMITS.textLength}.`, fix: 'No question takes so long a text.' }, line)
    else if (/\p{Surrogate}/u.test(value)) add({ code: 'lone-surrogate', message: `${what} holds half a character (a lone surrogate).`, fix: 'Write the text as Unicode.' }, line)
    else if (value !== value.normalize('NFC')) add({ code: 'not-nfc', message: `${what} is not in Unicode normal form C.`, fix: 'Compose the letters (NFC) before validating: the eForm does so with everything that is typed.' }, line)
  }
  visit(text, {
    onObjectBegin: () => { keys.push(new Set()) },
    onObjectEnd: () => { keys.pop() },
    onObjectProperty(key, _offset, _length, line) {
      const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key)
      const seen = keys.at(-1)
      if (seen?.has(key) === true) add({ code: 'duplicate-key', message: `The key ${shown} stands twice in one object.`, fix: 'Keep one: programs differ in which of the two they read.' }, line)
      seen?.add(key)
      if (UNSAFE.has(key)) add({ code: 'unsafe-key', message: `The key ${shown} is refused: it names a part of JavaScript objects.`, fix: 'Remove it.' }, line)
      checkText(key, 'A key', line)
    },
    onLiteralValue(value, _offset, _length, line) {
      if (typeof value === 'string') checkText(value, 'A text', line)
    },
  })
  return mistakes
}
