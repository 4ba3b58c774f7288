import type { JsonValue } from '@motcua/core/json'
import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser'

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
  const deep = tooDeepAt(text, depth)
  if (deep !== undefined) return one({ code: 'too-deep', line: lineAt(text, deep), message: `Objects and lists lie more than ${depth} deep.`, fix: 'No form nests so deep: send the answers alone.' })
  const errors: ParseError[] = []
  const answers: JsonValue = parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (error !== undefined) return one({ code: 'not-json', line: lineAt(text, error.offset), message: `This is not JSON: ${printParseErrorCode(error.error)}.`, fix: 'Mend the syntax; JSON has no comments and no comma after the last element.' })
  const mistakes = keysAndTexts(text)
  return mistakes.length > 0 ? { mistakes } : { answers, text }
}

function one(mistake: AnswersMistake): { mistakes: AnswersMistake[] } {
  return { mistakes: [mistake] }
}

/** Offset at which nesting passes the limit; strings are skipped, so that brackets in texts do not count. */
function tooDeepAt(text: string, limit: number): number | undefined {
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isText) {
      if (character === '\\') index += 1
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > limit) return index
    } else if (character === '}' || character === ']') depth -= 1
  }
  return undefined
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

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
