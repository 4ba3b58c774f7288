import type { JsonObject, JsonValue } from '@motcua/core/json'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { CrossFieldRule, LocaleBundle } from '../definition.ts'
import { resolveLocal } from './bundle-schema.ts'
import { BANNER } from './emit-definitions.ts'
import { childPointer } from './pointer.ts'
import { outlineSchema, type PresenceRule } from './presence.ts'
import { fill, printString } from './print.ts'
import { isJsonObject } from './tree.ts'

/** Sets with more values get a type of their own. */
const MAX_INLINE_VALUES = 20

/**
 * TypeScript types of the answers; every member is documented with its Vietnamese question, when it is asked for, and the
 * rules that speak about it.
 */
export async function emitTypes(schema: JsonObject, words: LocaleBundle, rules: readonly CrossFieldRule[] = []): Promise<string> {
  const named = new Map<string, string>()
  const { presence } = outlineSchema(schema, new WeakMap(), () => undefined)
  const plain = documented(schema, schema, '', { words, named, presence, rules })
  if (!isJsonObject(plain)) return BANNER
  // The compiler takes a draft-4 type for any JSON Schema; ours is inside its subset by the profile.
  const text = await compile({ ...plain, title: 'Answers' } as JSONSchema, 'Answers', {
    additionalProperties: false, bannerComment: '', format: true,
    style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' },
  })
  return [BANNER, '\n', text, ...[...named].map(([name, union]) => `\nexport type ${name} =\n${union}\n`)].join('')
}

interface TypeContext {
  words: LocaleBundle
  presence: readonly PresenceRule[]
  rules: readonly CrossFieldRule[]
  /** Unions by type name. */
  named: Map<string, string>
}

/** `CountriesValue` for the option set `countries`; a field that leaves some out excludes them from it. */
function nameUnion(set: string, values: JsonValue[], except: JsonValue[], named: Map<string, string>): string {
  const name = `${set.slice(0, 1).toUpperCase()}${set.slice(1)}Value`
  const all = [...values, ...except].map(String).sort()
  named.set(name, fill(all.map((value) => `| ${printString(value)}`), '  '))
  return except.length === 0 ? name : `Exclude<${name}, ${except.map((value) => printString(String(value))).join(' | ')}>`
}

/** References resolved, conditionals dropped (they are checked, not typed), labels as descriptions. */
function documented(root: JsonObject, raw: JsonValue | undefined, pointer: string, context: TypeContext): JsonValue {
  const { words, named } = context
  const resolved = resolveLocal(root, raw)
  if (!isJsonObject(resolved)) return {}
  const node = { ...resolved, ...(isJsonObject(raw) ? raw : {}) }
  const out: JsonObject = {}
  for (const key of ['type', 'enum', 'const', 'required', 'additionalProperties'] as const) {
    const value = node[key]
    if (value !== undefined) out[key] = value
  }
  if (typeof node.optionSet === 'string' && Array.isArray(node.enum) && node.enum.length > MAX_INLINE_VALUES) {
    delete out.enum
    out.tsType = nameUnion(node.optionSet, node.enum, Array.isArray(node.except) ? node.except : [], named)
  }
  const label = pointer === '' ? node.title : words.fields[pointer]?.label ?? node.title
  const about = [label, ...(pointer === '' ? [] : [node.description]), ...conditions(pointer, context), ...spokenRules(pointer, context)].filter((text) => typeof text === 'string' && text !== '')
  // A comment in the text would end the one it stands in.
  if (about.length > 0) out.description = about.join('\n\n').replaceAll('*/', '* /')
  if (isJsonObject(node.properties)) {
    out.properties = Object.fromEntries(Object.entries(node.properties).map(([name, child]) => [name, documented(root, child, childPointer(pointer, name), context)]))
  }
  if (node.items !== undefined) out.items = documented(root, node.items, childPointer(pointer, '-'), context)
  return out
}

/** When the schema asks for a value, or lets it stand: `Asked for when /relation is "other", and only then.` */
function conditions(pointer: string, { presence }: TypeContext): string[] {
  return presence.flatMap(({ when, required, forbidden }) => {
    const isRequired = required.includes(pointer)
    const isForbidden = forbidden.includes(pointer)
    if (!isRequired && !isForbidden) return []
    const holds = when.map(({ pointer: at, values, among }) => `\`${at}\` ${among === true ? 'has' : 'is'} ${values.map((value) => JSON.stringify(value)).join(' or ')}`).join(' and ')
    return [isRequired ? `Asked for when ${holds}${isForbidden ? ', and only then' : ''}.` : `Only when ${holds}.`]
  })
}

/** What the rules between answers say at this place, in the words people read. */
function spokenRules(pointer: string, { rules, words }: TypeContext): string[] {
  return rules.filter((rule) => rule.pointer === pointer).map(({ id, severity }) => `${severity === 'warning' ? 'Warned' : 'Refused'} (\`${id}\`): ${words.rules[id] ?? id}`)
}
