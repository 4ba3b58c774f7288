import type { JsonObject } from '@motcua/core/json'
import type { BlockName } from '@motcua/schemas/blocks'
import type { LocalizedText } from '@motcua/schemas/definition'
import { addressCases } from '../fields/address/address.cases.ts'
import { identityDocumentCases } from '../fields/identity-document/identity-document.cases.ts'
import { personCases } from '../fields/person/person.cases.ts'

/**
 * What a block of several questions does, in examples. Its questions, their order and words come from the vocabulary
 * (`schemas/vocabulary`); each of them is of a kind that has cases of its own.
 */
export interface BlockCases {
  /** What the block is called when the page gives no label. */
  legend: LocalizedText
  /** What it holds before anybody has answered: defaults of the vocabulary. While there is nothing else, it is no answer. */
  first: JsonObject
  /** Whole answers, one for each path through the questions; of the first, all suites make use. */
  answers: readonly [JsonObject, ...JsonObject[]]
  /** How the first reads on the check page, question by question. */
  reads: readonly LocalizedText[]
  /** What the first question that is required says when nothing has been answered. */
  missing: LocalizedText
  /** Answers that are not whole or not true, and the first thing said of them. */
  wrong: ReadonlyArray<{ gives: JsonObject; says: LocalizedText }>
}

export const BLOCK_CASES: Readonly<Record<BlockName, BlockCases>> = { address: addressCases, person: personCases, 'identity-document': identityDocumentCases }
