import type { DefinitionIndexEntry } from '@motcua/schemas/definition'
import type { Acknowledgement, Commune, Person, ServedDefinition, Session } from './contract.ts'
import { instant, integer, list, matching, nullable, object, oneOf, optional, record, text, type Shape } from './shape.ts'

/** A shape that stands for a type of the contract: a value that conforms may be used as `Type`. */
export interface ShapeOf<Type> { readonly shape: Shape; readonly name: string; readonly type?: Type }

export const hash = matching(/^[0-9a-f]{64}$/)
export const words = object({ vi: text, en: text })
const ending = oneOf('hand-off', 'submit', 'book-and-appear')
export const fee = object({
  amountVnd: integer,
  state: oneOf('none', 'owed', 'partial', 'paid', 'over', 'refund-due'),
  lines: list(object({ id: text, name: words, amountVnd: integer, legalBasis: text })),
})

export function named<Type>(name: string, shape: Shape): ShapeOf<Type> {
  return { name, shape }
}

export const ACKNOWLEDGEMENT = named<Acknowledgement>('Acknowledgement', object({ code: text, supportCode: text, state: oneOf(1), submittedAt: instant, fee }))
export const COMMUNE = named<Commune>('Commune', object({
  code: text, name: text, provinceCode: text, provinceName: text, agencyCode: text, agencyName: text,
  desk: object({ address: text, phone: text, hours: text }), endings: record,
}))
export const PERSON = named<Person>('Person', object({ fullName: text, birthDate: text, personalId: text, assuranceLevel: oneOf(1, 2) }))
export const SESSION = named<Session>('Session', object({ accessToken: matching(/^\S+$/), expiresAt: instant, assuranceLevel: oneOf(1, 2), displayName: text }))
export const DEFINITION_INDEX = named<{ definitions: DefinitionIndexEntry[] }>('DefinitionIndex', object({
  definitions: list(object({
    slug: matching(/^[a-z0-9-]+$/), codes: list(object({ code: text })), effectiveFrom: matching(/^\d{4}-\d{2}-\d{2}$/), effectiveTo: nullable(text),
    name: words, completeness: oneOf('complete', 'incomplete'), endings: list(ending), sha256: hash, path: text,
    firstParts: optional(list(hash)),
  })),
}))
/** The hash vouches for the inside of a definition; the shape only says that this client can put it together. */
export const SERVED_DEFINITION = named<ServedDefinition>('ServedDefinition', object({
  formatVersion: oneOf(1), parts: optional(object({ optionSets: record, words: optional(hash), english: hash, later: hash })), procedure: object({ slug: text, effectiveFrom: text }),
  pages: list(record), rules: list(record), derivations: list(record), optionSets: record,
}))
