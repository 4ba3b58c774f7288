import type { JsonValue } from '@motcua/core/json'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'

/** What keeps a text from being read as JSON, at the first place where it shows. */
export interface SyntaxMistake {
  code: 'not-json' | 'too-deep'
  /** From 1. */
  line: number
  message: string
  fix: string
}

/** Nesting that a parser carries on every machine, and nothing in this kit comes near. */
const MAX_DEPTH = 100

/** Reads strict JSON in bounded time: no comments, no trailing commas, no nesting that would exhaust the stack. */
export function readJson(text: string, { maxDepth = MAX_DEPTH } = {}): { value: JsonValue } | SyntaxMistake {
  const deep = tooDeepAt(text, maxDepth)
  if (deep !== undefined) return { code: 'too-deep', line: lineAt(text, deep), message: `Objects and lists lie more than ${maxDepth} deep.`, fix: 'Nothing here nests so deep: take the inner part out.' }
  const value = quickly(text)
  if (value !== undefined) return { value }
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  const [what, fix] = SENTENCES[error === undefined ? '' : printParseErrorCode(error.error)] ?? ['it cannot be read', 'Mend the syntax.']
  return { code: 'not-json', line: lineAt(text, error?.offset ?? 0), message: `This is not JSON: ${what}.`, fix }
}

/** The platform's parser is several times faster, and has no words for what is wrong. */
function quickly(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const STRAY = 'JSON has no comments, and only true, false and null are written without quotation marks.'
const COMMA = 'There is no comma after the last element, and one between any two.'
const SENTENCES: Readonly<Partial<Record<string, readonly [what: string, fix: string]>>> = {
  InvalidSymbol: ['a word stands here without quotation marks', STRAY],
  InvalidNumberFormat: ['a number is written wrongly', 'Write it with digits and a point, without leading zeros.'],
  PropertyNameExpected: ['a key in quotation marks was expected', COMMA],
  ValueExpected: ['a value was expected', COMMA],
  ColonExpected: ['a colon was expected after the key', 'Write "key": value.'],
  CommaExpected: ['a comma was expected', COMMA],
  CloseBraceExpected: ['an object is not closed', 'Add the missing }.'],
  CloseBracketExpected: ['a list is not closed', 'Add the missing ].'],
  EndOfFileExpected: ['something follows after the end', 'Keep one value a file.'],
  InvalidCommentToken: ['a comment stands here', STRAY],
  UnexpectedEndOfComment: ['a comment is not closed', STRAY],
  UnexpectedEndOfString: ['a text is not closed', 'Add the missing quotation mark; a line break in a text is written \\n.'],
  UnexpectedEndOfNumber: ['a number ends too early', 'Write it with digits and a point.'],
  InvalidUnicode: ['a \\u escape lacks its four hexadecimal digits', 'Write the letter itself.'],
  InvalidEscapeCharacter: ['a backslash stands before a letter it does not go with', 'Write \\\\ for a backslash.'],
  InvalidCharacter: ['a control character stands in a text', 'Write \\n for a line break and \\t for a tab.'],
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

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
