import type { Issue } from '@motcua/core'
import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FormDefinition, ItemDefinition } from '@motcua/schemas/definition'
import type { PersonColumn } from '../database/schema.ts'

/**
 * Answers that the identity provider vouches for must be what it said: a page cannot file in somebody else's name.
 * A claim that the provider did not give locks nothing.
 */
export function checkLockedAnswers(definition: FormDefinition, answers: JsonObject, person: PersonColumn): Issue[] {
  const issues: Issue[] = []
  for (const field of fieldsOf(definition.pages.flatMap((page) => page.items))) {
    if (field.prefill === undefined || !field.lockedBy?.includes('identity-provider')) continue
    const claim = person[field.prefill]
    const answer = valueAt(answers, field.pointer)
    if (claim === undefined || claim === '' || typeof answer !== 'string') continue
    if (fold(answer) !== fold(claim)) issues.push({ pointer: field.pointer, code: 'identityMismatch', params: {}, source: 'server', severity: 'error', clears: 'revalidate' })
  }
  return issues
}

function* fieldsOf(items: readonly ItemDefinition[]): Generator<Extract<ItemDefinition, { type: 'field' }>> {
  for (const item of items) {
    if (item.type === 'field') yield item
    else if (item.type === 'group') yield* fieldsOf(item.items)
  }
}

function valueAt(answers: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = answers
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}
