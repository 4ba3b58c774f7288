import type { JsonValue } from '@motcua/core/json'

const WIDTH = 118

/** JSON as a TypeScript literal: short values on one line, long ones broken, always the same for the same value. */
export function printLiteral(value: JsonValue, indent = ''): string {
  const line = inline(value)
  if (line.length + indent.length <= WIDTH) return line
  const inner = `${indent}  `
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    return `[\n${fill(value.map((item) => `${inline(item)},`), inner)}\n${indent}]`
  }
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inner}${printLiteral(item, inner)},\n`).join('')}${indent}]`
  if (value !== null && typeof value === 'object') {
    return `{\n${Object.entries(value).map(([key, item]) => `${inner}${printKey(key)}: ${printLiteral(item, inner)},\n`).join('')}${indent}}`
  }
  return line
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

function inline(value: JsonValue): string {
  if (typeof value === 'string') return printString(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `${printKey(key)}: ${inline(item)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  return JSON.stringify(value)
}

export function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printString(key)
}
