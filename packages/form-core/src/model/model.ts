import type { Rule } from '@motcua/core/rules'
import type {
  Derivation, FieldDefinition, FormSource, GroupDefinition, ItemDefinition, RepeatDefinition,
} from '@motcua/schemas/definition'
import { pointerSegments } from '../pointer.ts'

/** A condition and those round it: everything inside a conditional group shares one scope, so it is evaluated once. */
export interface Scope {
  rule: Rule
  parent: Scope | undefined
  /** Pointer of the repeating group it stands in: `-` in its rule means the row. */
  repeat: string | undefined
}

export interface FieldNode {
  definition: FieldDefinition
  /** Rows written `-`. */
  pattern: string
  scope: Scope | undefined
  page: string
  /** Place in reading order among all fields and repeating groups. */
  order: number
  repeat: RepeatNode | undefined
  derivation: Derivation | undefined
}

export interface RepeatNode {
  definition: RepeatDefinition
  pattern: string
  scope: Scope | undefined
  page: string
  order: number
  fields: FieldNode[]
}

/** The payload's shape: one node per object member that the form can produce. */
export interface TreeNode {
  children: Map<string, TreeNode>
  field?: FieldNode
  derivation?: Derivation
  repeat?: RepeatNode
  /** Shape of one row when `repeat` is set. */
  row?: TreeNode
}

/** A definition indexed once: by pointer, by payload shape, and rules by the pointer they speak at. */
export interface FormModel {
  definition: FormSource
  fields: Map<string, FieldNode>
  repeats: Map<string, RepeatNode>
  groups: Map<GroupDefinition, Scope | undefined>
  tree: TreeNode
}

const MODELS = new WeakMap<FormSource, FormModel>()

/** The index of a definition; built once per definition object. */
export function modelOf(definition: FormSource): FormModel {
  let model = MODELS.get(definition)
  if (!model) MODELS.set(definition, model = buildModel(definition))
  return model
}

function buildModel(definition: FormSource): FormModel {
  const model: FormModel = { definition, fields: new Map(), repeats: new Map(), groups: new Map(), tree: { children: new Map() } }
  let order = 0
  const narrow = (scope: Scope | undefined, rule: Rule | undefined, repeat: RepeatNode | undefined): Scope | undefined =>
    rule === undefined ? scope : { rule, parent: scope, repeat: repeat?.pattern }
  const walk = (items: readonly ItemDefinition[], page: string, outer: Scope | undefined, repeat: RepeatNode | undefined): void => {
    for (const item of items) {
      const scope = narrow(outer, item.visibleWhen, repeat)
      if (item.type === 'field') {
        const node: FieldNode = { definition: item, pattern: item.pointer, scope, page, order: order++, repeat, derivation: undefined }
        model.fields.set(item.pointer, node)
        repeat?.fields.push(node)
        // What is only shown has no place in the payload.
        if (!item.shownOnly) treeAt(model.tree, item.pointer).field = node
      } else if (item.type === 'group') {
        model.groups.set(item, scope)
        walk(item.items, page, scope, repeat)
      } else {
        const node: RepeatNode = { definition: item, pattern: item.pointer, scope, page, order: order++, fields: [] }
        model.repeats.set(item.pointer, node)
        const tree = treeAt(model.tree, item.pointer)
        tree.repeat = node
        tree.row = { children: new Map() }
        walk(item.items, page, scope, node)
      }
    }
  }
  for (const page of definition.pages) walk(page.items, page.id, undefined, undefined)
  for (const derivation of definition.derivations) {
    const field = model.fields.get(derivation.pointer)
    if (field) field.derivation = derivation
    if (!field?.definition.shownOnly) treeAt(model.tree, derivation.pointer).derivation = derivation
  }
  return model
}

/** Most nodes have no children: they share one empty map. */
const LEAF = new Map<string, TreeNode>()

function treeAt(root: TreeNode, pointer: string): TreeNode {
  let node = root
  for (const segment of pointerSegments(pointer)) {
    if (node.row) {
      node = node.row
      continue
    }
    let child = node.children.get(segment)
    if (!child) {
      if (node.children === LEAF) node.children = new Map()
      node.children.set(segment, child = { children: LEAF })
    }
    node = child
  }
  return node
}
