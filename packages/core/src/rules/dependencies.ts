import { MAX_RULE_DEPTH } from './evaluate.ts'
import { isRulePointer } from './pointer.ts'
import type { Rule } from './rule.ts'

/**
 * The pointers a rule reads, from the root, sorted and each once. Inside `some`, `all`, `none`, `count` and `sum` the rows
 * of the list are written `-`: `/witnesses/-/fullName`. A whole-document read is `""`.
 *
 * @example
 * ruleDependencies({ some: [{ var: '/witnesses' }, { '==': [{ var: '/kind' }, { var: '#/kind' }] }] })
 * // ['/kind', '/witnesses', '/witnesses/-/kind']
 */
export function ruleDependencies(rule: Rule): string[] {
  const found = new Set<string>()
  collect(rule, [''], 0, found)
  return [...found].sort()
}

/** `scopes`: where a relative pointer may start; several when a list is chosen by a rule. */
function collect(rule: Rule, scopes: readonly string[], depth: number, found: Set<string>): void {
  if (typeof rule !== 'object' || rule === null || depth > MAX_RULE_DEPTH) return
  if (Array.isArray(rule)) {
    for (const item of rule) collect(item, scopes, depth + 1, found)
    return
  }
  for (const [name, written] of Object.entries(rule)) {
    const operands = Array.isArray(written) ? written : [written]
    const [first, ...rest] = operands
    if (name === 'var' || name === 'missing') {
      const pointers = name === 'missing' ? operands : [first]
      for (const pointer of pointers) {
        if (isRulePointer(pointer)) for (const resolved of resolve(pointer, scopes)) found.add(resolved)
      }
      if (name === 'var') for (const fallback of rest) collect(fallback, scopes, depth + 1, found)
    } else if ((name === 'some' || name === 'all' || name === 'none' || name === 'count' || name === 'sum') && first !== undefined) {
      const lists = new Set<string>()
      collect(first, scopes, depth + 1, lists)
      for (const list of lists) found.add(list)
      for (const predicate of rest) collect(predicate, [...lists].map((list) => `${list}/-`), depth + 1, found)
    } else {
      for (const operand of operands) collect(operand, scopes, depth + 1, found)
    }
  }
}

function resolve(pointer: string, scopes: readonly string[]): string[] {
  if (pointer.startsWith('#')) return [pointer.slice(1)]
  return scopes.map((scope) => scope + pointer)
}
