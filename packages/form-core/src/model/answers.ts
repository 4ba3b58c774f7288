import { isJsonObject } from '@motcua/core/json'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { RuleContext } from '@motcua/core/rules'
import type { FormAnswers } from '../types.ts'
import type { FormModel, Scope, TreeNode } from './model.ts'
import { own } from '../own.ts'
import { escapeSegment } from '../pointer.ts'
import { perScope, scopeHolds } from './reader.ts'
import type { Reader } from './reader.ts'

/** A reader over plain answers. Visibility is worked out once per condition and row. */
export function plainReader(model: FormModel, answers: FormAnswers, context: RuleContext): Reader {
  const known = new Map<Scope, Map<string, boolean>>()
  const reader: Reader = {
    model,
    context,
    raw: pointer => own(answers.values, pointer),
    rows: pointer => own(answers.rows, pointer) ?? [],
    shows: (scope, row) => !scope || perScope(known, scope, row, () => scopeHolds(reader, scope, row)),
  }
  return reader
}

/** Takes a payload apart into answers with row keys. Members the definition does not know are left out. */
export function answersFromPayload(model: FormModel, payload: JsonObject, nextKey: () => string): FormAnswers {
  const values: Record<string, JsonValue> = {}
  const rows: Record<string, string[]> = {}
  const take = (node: TreeNode, value: JsonValue | undefined, pointer: string): void => {
    if (value === undefined) return
    if (node.field) {
      if (value !== '') values[pointer] = value
    } else if (node.repeat && node.row) {
      if (!Array.isArray(value)) return
      const keys: string[] = rows[pointer] = []
      for (const item of value) {
        const key = nextKey()
        keys.push(key)
        takeChildren(node.row, item, `${pointer}/${key}`)
      }
    } else takeChildren(node, value, pointer)
  }
  const takeChildren = (node: TreeNode, value: JsonValue, pointer: string): void => {
    if (!isJsonObject(value)) return
    for (const [key, child] of node.children) {
      if (Object.hasOwn(value, key)) take(child, value[key], `${pointer}/${escapeSegment(key)}`)
    }
  }
  takeChildren(model.tree, payload, '')
  return { values, rows }
}
