import type { JsonValue } from '@motcua/core/json'

const WIDTH = 118

/** JSON as a TypeScript literal: short values on one line, long ones broken, always the same for the same value. */
export function printLiteral(value: JsonValue, indent = ''): string {
  const line = inline(value, WIDTH - indent.length)
  if (line !== undefined) return line
  const inner = `${indent}  `
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    return `[\n${fill(value.map((item) => `${printScalar(item)},`), inner)}\n${indent}]`
  }
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inner}${printLiteral(item, inner)},\n`).join('')}${indent}]`
  if (value !== null && typeof value === 'object') {
    return `{\n${Object.entries(value).map(([key, item]) => `${inner}${printKey(key)}: ${printLiteral(item, inner)},\n`).join('')}${indent}}`
  }
  return printScalar(value)
}

/** Single-quoted string literal. */
export function printString(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** Words on as few lines as fit. */
export function fill(words: string[], indent: string): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(indent + word)
  }
  return lines.join('\n')
}

/** The value on one line; nothing when it takes more than the room, which is found out without printing the rest of it. */
function inline(value: JsonValue, room: number): string | undefined {
  if (value === null || typeof value !== 'object') {
    const text = printScalar(value)
    return text.length <= room ? text : undefined
  }
  const isList = Array.isArray(value)
  const parts: string[] = []
  let left = room - (isList ? 2 : 4)
  for (const [key, item] of Object.entries(value)) {
    const name = isList ? '' : `${printKey(key)}: `
    const text = inline(item, left - name.length)
    if (text === undefined) return undefined
    parts.push(name + text)
    left -= name.length + text.length + 2
  }
  if (parts.length === 0) return isList ? '[]' : '{}'
  return isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
}

function printScalar(value: JsonValue): string { return typeof value === 'string' ? printString(value) : JSON.stringify(value) }

export function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printString(key)
}
