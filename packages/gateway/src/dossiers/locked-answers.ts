import type { Issue } from '@motcua/core'
import { isJsonObject, type JsonObject } from '@motcua/core/json'
import type { FieldDefinition, FormDefinition } from '@motcua/schemas/definition'
import type { PersonColumn } from '../database/schema.ts'
import { answerAt, singleFields } from '../definitions/fields.ts'

/** Whose word an applicant's answers are compared with. */
export interface Voucher {
  person: PersonColumn
  /** What this session looked up and its page shows as locked, by the hash of the definition; never taken from the page. */
  lookedUp: JsonObject
}

/**
 * Answers that the identity provider vouches for must be what it said: a page cannot file in somebody else's name. A claim that
 * the provider did not give locks nothing, unless the gateway itself looked it up in the population database for this form:
 * then the answer must be what it was told. Where both say something the provider's word stands, as on the page: otherwise who
 * is known by two dates could file neither.
 */
export function checkLockedAnswers(definition: FormDefinition, answers: JsonObject, { person, lookedUp, sha256 }: Voucher & { sha256: string }): Issue[] {
  const found = Object.hasOwn(lookedUp, sha256) ? lookedUp[sha256] : undefined
  const issues: Issue[] = []
  for (const field of singleFields(definition)) {
    if (field.prefill === undefined || field.lockedBy === undefined) continue
    const said = field.lockedBy.includes('identity-provider') ? person[field.prefill] ?? '' : ''
    const isLookedUp = (said === '' || isPartOfBirthDate(said, field)) && isJsonObject(found) && Object.hasOwn(found, field.pointer)
    const claim = isLookedUp ? found[field.pointer] : said
    const answer = answerAt(answers, field.pointer)
    if (typeof claim !== 'string' || claim === '' || typeof answer !== 'string' || agrees(answer, claim, field)) continue
    issues.push({ pointer: field.pointer, code: isLookedUp ? 'populationMismatch' : 'identityMismatch', params: {}, source: 'server', severity: 'error', clears: 'revalidate' })
  }
  return issues
}

/** The day that somebody gives must lie in the year, or the month, that is all that is known. */
function agrees(answer: string, claim: string, field: FieldDefinition): boolean {
  return fold(answer) === fold(claim) || (isPartOfBirthDate(claim, field) && answer.startsWith(`${claim}-`))
}

/** A year, or a year and a month, is all that is known of some people's birth. */
function isPartOfBirthDate(claim: string, { prefill }: FieldDefinition): boolean {
  return prefill === 'birthDate' && /^\d{4}(-\d{2})?$/.test(claim)
}

/** Spaces, capitals and how accents are written make no other person. */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}
