import type { JsonValue } from '@motcua/core/json'

const WIDTH = 118

/** JSON as a TypeScript literal: short values on one line, long ones broken, always the same for the same value. */
export function printLiteral(value: JsonValue, indent = ''): string {
  const line = inline(value)
  if (line.length + indent.length <= WIDTH) return line
  const inner = `${indent}  `
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
