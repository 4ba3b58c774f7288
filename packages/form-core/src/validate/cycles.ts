import { ruleDependencies } from '@motcua/core/rules'
import type { Rule } from '@motcua/core/rules'
import type { FormSource } from '@motcua/schemas/definition'
import { RuleCycleError } from '../errors.ts'
import { modelOf } from '../model/model.ts'
import type { Scope, TreeNode } from '../model/model.ts'
import { pointerSegments } from '../pointer.ts'

/**
 * Refuses a definition whose conditions or derivations depend on themselves: neither a page nor `project()` could settle.
 * For the tools that make definitions; forms do not repeat it on every page load. Throws RuleCycleError.
 *
 * @example refuseCycles(definition)
 */
export function refuseCycles(definition: FormSource): void {
  const model = modelOf(definition)
  const done = new Set<object>()
  const path: object[] = []
  const names: string[] = []

  const visit = (thing: object, name: string, rules: readonly Rule[], parent?: Scope): void => {
    if (done.has(thing)) return
    if (path.includes(thing)) throw new RuleCycleError([...names.slice(path.indexOf(thing)), name])
    path.push(thing)
    names.push(name)
    if (parent) visitScope(parent, name)
    for (const rule of rules) for (const pointer of ruleDependencies(rule)) visitTree(lookUp(model.tree, pointer), pointer)
    path.pop()
    names.pop()
    done.add(thing)
  }
  const visitScope = (scope: Scope, name: string): void => visit(scope, name, [scope.rule], scope.parent)
  const visitTree = (node: TreeNode | undefined, pointer: string): void => {
    if (!node) return
    const scope = node.field?.scope ?? node.repeat?.scope
    if (scope) visitScope(scope, pointer)
    if (node.derivation) {
      const { value, when } = node.derivation
      visit(node.derivation, pointer, when === undefined ? [value] : [value, when])
    }
    for (const [key, child] of node.children) visitTree(child, `${pointer}/${key}`)
    if (node.row) visitTree(node.row, `${pointer}/-`)
  }

  for (const node of model.fields.values()) if (node.scope) visitScope(node.scope, node.pattern)
  for (const derivation of model.definition.derivations) visitTree(lookUp(model.tree, derivation.pointer), derivation.pointer)
}

function lookUp(root: TreeNode, pointer: string): TreeNode | undefined {
  let node: TreeNode | undefined = root
  for (const segment of pointerSegments(pointer)) {
    if (!node) return undefined
    if (node.row) node = node.row
    // A path into a composite answer depends on that answer.
    else if (node.children.size > 0) node = node.children.get(segment)
  }
  return node
}
