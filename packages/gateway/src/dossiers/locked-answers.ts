import type { Issue } from '@motcua/core'
import type { JsonObject } from '@motcua/core/json'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { PersonColumn } from '../database/schema.ts'
import { answerAt, singleFields } from '../definitions/fields.ts'

/**
 * Answers that the identity provider vouches for must be what it said: a page cannot file in somebody else's name.
 * A claim that the provider did not give locks nothing.
 */
export function checkLockedAnswers(definition: FormDefinition, answers: JsonObject, person: PersonColumn): Issue[] {
  const issues: Issue[] = []
  for (const field of singleFields(definition)) {
    if (field.prefill === undefined || !field.lockedBy?.includes('identity-provider')) continue
    const claim = person[field.prefill]
    const answer = answerAt(answers, field.pointer)
    if (claim === undefined || claim === '' || typeof answer !== 'string') continue
    if (fold(answer) !== fold(claim)) issues.push({ pointer: field.pointer, code: 'identityMismatch', params: {}, source: 'server', severity: 'error', clears: 'revalidate' })
  }
  return issues
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}
