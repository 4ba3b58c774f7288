import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FieldDefinition, FormDefinition, ItemDefinition } from '@motcua/schemas/definition'

/** Every field outside repeating groups, in page order. */
export function* singleFields({ pages }: FormDefinition): Generator<FieldDefinition> {
  for (const page of pages) yield* fieldsOf(page.items)
}

function* fieldsOf(items: readonly ItemDefinition[]): Generator<FieldDefinition> {
  for (const item of items) {
    if (item.type === 'field') yield item
    else if (item.type === 'group') yield* fieldsOf(item.items)
  }
}

/** The answer at a JSON Pointer; undefined when there is none. */
export function answerAt(answers: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = answers
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}
