import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormDefinition, ItemDefinition } from '@motcua/schemas/definition'
import { createReferee } from './referee.ts'

/**
 * Makes valid answers no author wrote: takes a valid sample, changes answers to others that may stand there (so that conditions
 * flip), and mends what follows until the referee finds nothing. Undefined when a try cannot be mended.
 */
export function createValidGenerator(definition: FormDefinition, samples: readonly JsonValue[]): (random: () => number) => JsonValue | undefined {
  const referee = createReferee(definition.schema)
  const known = new Map<string, JsonValue[]>()
  const learn = (pointer: string, value: JsonValue): void => { known.set(pointer, [...(known.get(pointer) ?? []), value]) }
  for (const sample of samples) for (const { pointer, value } of valuesIn(sample)) learn(withoutIndexes(pointer), value)
  for (const field of definition.pages.flatMap(({ items }) => fieldsOf(items))) {
    const options = field.optionSet === undefined ? [] : definition.optionSets[field.optionSet] ?? []
    for (const { value } of options.slice(0, 12)) if (field.except?.includes(value) !== true) learn(field.pointer, value)
  }
  return (random) => {
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
    const answers = structuredClone(pick(samples) ?? {})
    for (let flips = 1 + Math.floor(random() * 3); flips > 0; flips -= 1) {
      const place = pick([...valuesIn(answers)].filter(({ value }) => typeof value !== 'object'))
      const other = place && pick(known.get(withoutIndexes(place.pointer)) ?? [])
      if (place && other !== undefined) write(answers, place.pointer, other)
    }
    // Each round may uncover another condition; forms are no deeper than this.
    for (let round = 0; round < 12; round += 1) {
      const found = [...referee(answers)]
      if (found.length === 0) return answers
      for (const pair of found) {
        const at = pair.lastIndexOf(' ')
        const pointer = pair.slice(0, at)
        if (pair.slice(at + 1) === 'notAllowed') remove(answers, pointer)
        else write(answers, pointer, pick(known.get(withoutIndexes(pointer)) ?? []))
      }
    }
    return undefined
  }
}

function* valuesIn(value: JsonValue, pointer = ''): Generator<{ pointer: string; value: JsonValue }> {
  if (pointer !== '') yield { pointer, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) yield* valuesIn(child, `${pointer}/${key}`)
}

function fieldsOf(items: readonly ItemDefinition[]): Array<Extract<ItemDefinition, { type: 'field' }>> {
  return items.flatMap((item) => (item.type === 'field' ? [item] : fieldsOf(item.items)))
}

/** Names in procedures hold no escapes; a row is any row. */
function withoutIndexes(pointer: string): string { return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/-') }

function parentOf(root: JsonValue, pointer: string): { parent: JsonObject | JsonValue[]; key: string } | undefined {
  const keys = pointer.split('/').slice(1)
  const key = keys.pop()
  let parent: JsonValue | undefined = root
  for (const step of keys) parent = typeof parent === 'object' && parent !== null ? Reflect.get(parent, step) : undefined
  return key !== undefined && typeof parent === 'object' && parent !== null ? { parent, key } : undefined
}

function write(root: JsonValue, pointer: string, value: JsonValue | undefined): void {
  const place = parentOf(root, pointer)
  if (place && value !== undefined) Reflect.set(place.parent, place.key, structuredClone(value))
}

function remove(root: JsonValue, pointer: string): void {
  const place = parentOf(root, pointer)
  if (place) Reflect.deleteProperty(place.parent, place.key)
}
