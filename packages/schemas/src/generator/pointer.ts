import type { JsonValue } from '@motcua/core/json'

/** `/a` + `b/c` → `/a/b~1c` (RFC 6901). */
export function childPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Reference tokens of a pointer: `/a/b~1c` → `['a', 'b/c']`. */
export function pointerTokens(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Value at a pointer; undefined when there is none. Reads own properties only. */
export function valueAt(root: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let value = root
  for (const token of pointerTokens(pointer)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) return undefined
    value = Array.isArray(value) ? value[Number(token)] : value[token]
  }
  return value
}

/** `/a/b` → `/a`; the root has no parent and gives itself. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** The pointer itself and its ancestors, longest first, without the root. */
export function pointerLineage(pointer: string): string[] {
  const lineage: string[] = []
  for (let at = pointer; at !== ''; at = parentPointer(at)) lineage.push(at)
  return lineage
}
