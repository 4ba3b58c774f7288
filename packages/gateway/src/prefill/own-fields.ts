import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FieldDefinition, FormDefinition } from '@motcua/schemas/definition'
import { answerAt, singleFields } from '../definitions/fields.ts'

/** Facts about a person that answers to one question each. They are the claims that definitions name. */
export const CLAIMS = ['fullName', 'birthDate', 'personalId', 'sex', 'phone', 'email'] as const
/** Facts that only make sense together: where somebody lives. They are the vocabulary's block `residence`, by its own names. */
export const RESIDENCE = [
  'residenceKind', 'residence/scope', 'residence/province', 'residence/commune', 'residence/detail', 'residence/country', 'residence/foreign',
] as const
/** What a form may ask of the person who fills it in and may be filled in for them. Nothing else is ever proposed. */
export type OwnFact = (typeof CLAIMS)[number] | (typeof RESIDENCE)[number]

/** A question about the person who fills the form in. */
export interface OwnField {
  fact: OwnFact
  field: FieldDefinition
  /** Pointer of the object that the definition says is that person: `/requester`. */
  owner: string
}

/**
 * The questions of a definition that are about the person who fills it in. Such a person is an object that holds a personal
 * number which the definition itself fills from who is signed in; a mother, a child or a witness has none, so that nothing
 * is ever read from them or put into them. Of that object only {@link CLAIMS} the definition names and {@link RESIDENCE} count:
 * a relation or a paper's number is of one dossier.
 */
export function ownFields(definition: FormDefinition): OwnField[] {
  const fields = [...singleFields(definition)]
  return fields.filter(({ prefill }) => prefill === 'personalId').flatMap(({ pointer }) => {
    const owner = pointer.slice(0, pointer.lastIndexOf('/'))
    return fields.flatMap((field) => {
      const fact = field.pointer.startsWith(`${owner}/`) ? factOf(field, field.pointer.slice(owner.length + 1)) : undefined
      return fact === undefined ? [] : [{ fact, field, owner }]
    })
  })
}

/** What a dossier says of the person with this number: of each object that holds it, by fact. */
export function ownAnswers(definition: FormDefinition, answers: JsonObject, personalId: string): Array<ReadonlyMap<OwnFact, JsonValue>> {
  const byOwner = new Map<string, OwnField[]>()
  for (const own of ownFields(definition)) byOwner.set(own.owner, [...byOwner.get(own.owner) ?? [], own])
  return [...byOwner.values()].flatMap((fields) => {
    const given = new Map<OwnFact, JsonValue>()
    for (const { fact, field } of fields) {
      const answer = answerAt(answers, field.pointer)
      if (answer !== undefined) given.set(fact, answer)
    }
    return personalId !== '' && given.get('personalId') === personalId ? [given] : []
  })
}

export function isResidence(fact: OwnFact): boolean {
  return RESIDENCE.some((known) => known === fact)
}

function factOf({ prefill }: FieldDefinition, path: string): OwnFact | undefined {
  return prefill ?? RESIDENCE.find((fact) => fact === path)
}
