import type { JsonValue } from '@motcua/core/json'

const WIDTH = 118

/** JSON as the procedures here are written: what fits stands on one line, the rest is broken. */
export function printJson(value: JsonValue, indent = ''): string {
  const line = inline(value)
  if (indent !== '' && indent.length + line.length <= WIDTH) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + printJson(item, inner)).join(',\n')}\n${indent}]`
  if (typeof value !== 'object' || value === null) return line
  return `{\n${Object.entries(value).map(([key, item]: [string, JsonValue]) => `${inner}${JSON.stringify(key)}: ${printJson(item, inner)}`).join(',\n')}\n${indent}}`
}

function inline(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]: [string, JsonValue]) => `${JSON.stringify(key)}: ${inline(item)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
