import { join } from 'node:path'
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data'
import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { rolldown } from 'rolldown'
import ts from 'typescript'
import { ROOT } from './workspace.ts'

/** The oldest browsers the published packages promise to run in. */
export const FLOOR = { chrome: 109, webview_android: 109, safari: 16.4, safari_ios: 16.4, firefox: 115, firefox_android: 115 } as const

/** Something in the code that one of those browsers does not have: by the platform's name, with what it asks for. */
export interface TooNew { name: string; needs: string }

type Support = CompatStatement['support']

function featuresOf(node: Identifier | undefined): Array<[name: string, feature: Identifier]> {
  return Object.keys(node ?? {}).flatMap((key) => {
    const feature = node?.[key]
    return key === '__compat' || feature === undefined ? [] : [[key, feature]]
  })
}

/** The versions a feature asks for above the floor; empty when every browser has it. */
function missing(support: Support): string[] {
  return Object.entries(FLOOR).flatMap(([browser, floor]) => {
    const entry = support[browser as keyof typeof FLOOR]
    const entries = entry === undefined ? [] : Array.isArray(entry) ? entry : [entry]
    const usable = entries.filter((one) => !one.flags && !one.prefix && !one.alternative_name && one.partial_implementation !== true && one.version_removed === undefined)
    if (entries.length === 0 || usable.some(({ version_added: added }) => typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= floor)) return []
    return [`${browser} ${usable.map(({ version_added: added }) => added).join(', ') || 'never'}`]
  })
}

/** Names of the platform: globals with their static members, and members of instances by name alone. */
class Platform {
  readonly #globals = new Map<string, string[]>()
  readonly #statics = new Map<string, string[]>()
  /** By member name: what is missing for each interface that has such a member. */
  readonly #members = new Map<string, string[][]>()

  constructor() {
    for (const [name, owner] of [...featuresOf(bcd.api), ...featuresOf(bcd.javascript.builtins)]) {
      // Every property of CSS again, for a rule that few know: `style` has them by their own age, which is that of the style sheet.
      if (name.endsWith('Descriptors')) continue
      this.#note(this.#globals, name, owner)
      for (const [key, feature] of featuresOf(owner)) {
        if (!feature.__compat) continue
        const isStatic = key.endsWith('_static') || name === key || /^[A-Z]/.test(key)
        if (isStatic || ['Object', 'Promise', 'Array', 'Math', 'JSON', 'Atomics', 'Reflect', 'Intl'].includes(name)) this.#note(this.#statics, `${name}.${key.replace('_static', '')}`, feature)
        const member = key.replace('_static', '')
        this.#members.set(member, [...this.#members.get(member) ?? [], missing(feature.__compat.support)])
      }
    }
  }

  #note(into: Map<string, string[]>, name: string, feature: Identifier): void { if (feature.__compat) into.set(name, missing(feature.__compat.support)) }

  global(name: string): string[] { return this.#globals.get(name) ?? [] }
  static(name: string): string[] { return this.#statics.get(name) ?? [] }
  /** What a member asks for when no interface of the platform has had one of that name for long enough. */
  member(name: string): string[] {
    const owners = this.#members.get(name) ?? []
    return owners.length > 0 && owners.every((needs) => needs.length > 0) ? owners[0] ?? [] : []
  }
}

/** What a script asks for above the floor. Members that the script defines itself are its own. */
export function scriptAboveFloor(code: string): TooNew[] {
  const platform = new Platform()
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS)
  const own = new Set<string>()
  const declared = new Set<string>()
  const found = new Map<string, TooNew>()
  const report = (name: string, needs: string[]): void => { if (needs.length > 0) found.set(name, { name, needs: needs.join(', ') }) }
  const collect = (node: ts.Node): void => {
    if ((ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isAccessor(node) || ts.isShorthandPropertyAssignment(node)) && !ts.isComputedPropertyName(node.name)) own.add(node.name.getText(file))
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isClassExpression(node) || ts.isBindingElement(node)) && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text)
    ts.forEachChild(node, collect)
  }
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
      const name = node.name.text
      if (ts.isIdentifier(node.expression) && !declared.has(node.expression.text)) report(`${node.expression.text}.${name}`, platform.static(`${node.expression.text}.${name}`))
      if (!own.has(name)) report(`.${name}`, platform.member(name))
    } else if (ts.isIdentifier(node) && !declared.has(node.text) && isReference(node)) report(node.text, platform.global(node.text))
    else if (ts.isRegularExpressionLiteral(node) && (/\/[a-z]*v[a-z]*$/.test(node.text) || /\(\?[a-z-]+:/.test(node.text))) report(node.text, ['flag v and modifiers: chrome 112'])
    ts.forEachChild(node, look)
  }
  collect(file)
  look(file)
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** A name that stands for a value, not the key of a property or a label. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !ts.isPropertyAssignment(parent) && !ts.isMethodDeclaration(parent) && !ts.isPropertyDeclaration(parent)
}

/** What a style sheet asks for above the floor: properties, at-rules, pseudo-classes, functions of values, nesting. */
export function styleAboveFloor(css: string): TooNew[] {
  const found = new Map<string, TooNew>()
  const check = (name: string, feature: Identifier | undefined): void => {
    const needs = feature?.__compat ? missing(feature.__compat.support) : []
    if (needs.length > 0) found.set(name, { name, needs: needs.join(', ') })
  }
  const { properties, selectors, types, 'at-rules': atRules } = bcd.css
  const plain = css.replace(/\/\*[^]*?\*\//g, '')
  for (const [, name = ''] of plain.matchAll(/[{;]\s*([a-z-]+)\s*:/g)) check(name, properties?.[name])
  for (const [, name = '', value = ''] of plain.matchAll(/[{;]\s*([a-z-]+)\s*:\s*([a-z-]+)\s*[;}]/g)) check(`${name}: ${value}`, properties?.[name]?.[value.replaceAll('-', '_')] ?? properties?.[name]?.[value])
  for (const [, name = ''] of plain.matchAll(/@([a-z-]+)/g)) check(`@${name}`, atRules?.[name])
  for (const [, name = ''] of plain.matchAll(/::?([a-z-]+)/g)) check(`:${name}`, selectors?.[name])
  for (const [, name = ''] of plain.matchAll(/([a-z-]+)\(/g)) check(`${name}()`, functionOf(types, name))
  for (const [, unit = ''] of plain.matchAll(/\d(dvh|svh|lvh|dvw|cqi|cqw|cap|ic|lh|rlh)\b/g)) check(unit, types?.['length']?.[unit] ?? types?.['length']?.['viewport_percentage_units_dynamic'])
  if (/[{};]\s*&/.test(plain)) check('&', selectors?.['nesting'])
  return [...found.values()]
}

function functionOf(types: Identifier | undefined, name: string): Identifier | undefined {
  for (const [key, feature] of featuresOf(types)) {
    const found = key === name ? feature : functionOf(feature, name)
    if (found) return found
  }
  return undefined
}

/** Everything the browser build consists of, as one script, and the sheets that stand in it. */
export async function browserScript(): Promise<{ code: string; css: string }> {
  const eforms = join(ROOT, 'packages/eforms')
  const build = await rolldown({
    cwd: eforms, platform: 'browser', input: ['src/define.ts'], logLevel: 'silent',
    resolve: { conditionNames: ['@motcua/source', 'browser', 'import', 'default'] }, transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
  })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  await build.close()
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
  const css = [...code.matchAll(/css`([^`]*)`/g)].map(([, sheet]) => sheet).join('\n')
  return { code, css }
}
