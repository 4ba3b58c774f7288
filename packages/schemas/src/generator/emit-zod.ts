import type { JsonObject, JsonValue } from '@motcua/core/json'
import { resolveLocal } from './bundle-schema.ts'
import { BANNER } from './emit-definitions.ts'
import { outlineSchema, type PresenceRule } from './presence.ts'
import { pointerTokens } from './pointer.ts'
import { printKey, printLiteral, printString } from './print.ts'
import { isJsonObject } from './tree.ts'

/**
 * zod code for a bundled schema. Objects are strict, conditionals always run, and every keyword of the profile has its
 * counterpart, so that zod, the interpreter and ajv give the same `{ pointer, code }` set.
 */
export function emitZod(schema: JsonObject): string {
  const presence = outlineSchema(schema, new WeakMap(), () => undefined).presence
  const hoisted = new Map<string, string>()
  const used = new Set<string>()

  const values = (node: JsonObject): string => {
    const list = Array.isArray(node.enum) ? node.enum : []
    const name = typeof node.optionSet === 'string' ? node.optionSet : undefined
    if (name === undefined) return printLiteral(list)
    const text = printLiteral(list)
    let constant = `${name}Values`
    // The same set with another exclusion is another constant.
    for (let count = 2; hoisted.has(constant) && hoisted.get(constant) !== text; count += 1) constant = `${name}Values${count}`
    hoisted.set(constant, text)
    return constant
  }

  const print = (raw: JsonValue | undefined, pointer: string, indent: string): string => {
    const resolved = resolveLocal(schema, raw)
    if (!isJsonObject(resolved)) return 'z.never()'
    const node = { ...resolved, ...(isJsonObject(raw) ? raw : {}) }
    if (node.type === 'object') return printObject(node, pointer, indent)
    if (node.type === 'array') {
      if (node.uniqueItems === true) used.add('unique')
      return `z.array(${print(node.items, `${pointer}/-`, indent)})${node.uniqueItems === true ? '.check(unique())' : ''}${rowLimits(node)}`
    }
    if (node.const !== undefined) return `z.literal(${printLiteral(node.const)})`
    if (node.enum !== undefined) return `z.enum(${values(node)})`
    if (node.type === 'boolean') return 'z.boolean()'
    if (node.type === 'integer' || node.type === 'number') {
      if (node.type === 'integer') used.add('whole')
      return `z.number()${node.type === 'integer' ? '.check(whole())' : ''}${limit('min', node.minimum)}${limit('max', node.maximum)}`
    }
    return printText(node)
  }

  const rowLimits = (node: JsonObject): string => {
    const limits = [['min', node.minItems], ['max', node.maxItems]].filter(([, bound]) => bound !== undefined).map(([name, bound]) => `${String(name)}: ${String(bound)}`)
    if (limits.length === 0) return ''
    used.add('rows')
    return `.check(rows({ ${limits.join(', ')} }))`
  }

  const printText = (node: JsonObject): string => {
    const bounds = [['min', node.minLength], ['max', node.maxLength]].filter(([, bound]) => bound !== undefined).map(([name, bound]) => `${String(name)}: ${String(bound)}`)
    if (bounds.length > 0) used.add('codePoints')
    return [
      node.format === 'date' ? 'z.iso.date()' : 'z.string()',
      bounds.length > 0 ? `.check(codePoints({ ${bounds.join(', ')} }))` : '',
      typeof node.pattern === 'string' ? `.regex(new RegExp(${printString(node.pattern)}, 'u'))` : '',
    ].join('')
  }

  const printObject = (node: JsonObject, pointer: string, indent: string): string => {
    const inner = `${indent}  `
    const required = Array.isArray(node.required) ? node.required : []
    const members = Object.entries(isJsonObject(node.properties) ? node.properties : {}).map(([name, child]) =>
      `${inner}${printKey(name)}: ${print(child, `${pointer}/${name}`, inner)}${required.includes(name) ? '' : '.optional()'},\n`)
    const checks = presence.filter((rule) => rule.base === pointer).map((rule) => `${inner}${printPresence(rule, pointer)},\n`)
    if (checks.length > 0) used.add('presence')
    return `z.strictObject({\n${members.join('')}${indent}})${checks.length > 0 ? `.check(\n${checks.join('')}${indent})` : ''}`
  }

  const body = print(schema, '', '')
  return [
    BANNER,
    "import * as z from 'zod'\n",
    used.size > 0 ? `import { ${[...used].sort().join(', ')} } from ${printString('../../../zod/checks.ts')}\n` : '',
    '\n',
    ...[...hoisted].map(([name, text]) => `const ${name} = ${text} as const\n`),
    hoisted.size > 0 ? '\n' : '',
    `/** ${typeof schema.title === 'string' ? schema.title : 'Answers'}. */\n`,
    `export const answersSchema = ${body}\n`,
  ].join('')
}

function limit(method: 'min' | 'max', value: JsonValue | undefined): string {
  return typeof value === 'number' ? `.${method}(${value})` : ''
}

function printPresence(rule: PresenceRule, base: string): string {
  const path = (pointer: string): string[] => pointerTokens(pointer.slice(base.length))
  return `presence(${printLiteral({
    when: rule.when.map(({ pointer, values, among }) => [path(pointer), values, ...(among === true ? ['among'] : [])]),
    required: rule.required.map(path),
    forbidden: rule.forbidden.map(path),
  }, '    '.repeat(8))})`
}
