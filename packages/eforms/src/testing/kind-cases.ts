import type { JsonObject, JsonValue } from '@motcua/core/json'
import type { FieldWords, LocalizedText, Option } from '@motcua/schemas/definition'

/** Something that is wrong, and what is said of it. */
export interface WrongAnswer {
  /** Typed, where the kind is typed (days as `31/2/2026`); else an answer that only a script or an old draft can give. */
  gives: JsonValue
  says: LocalizedText
  /** What the element says by itself on a page, where its words differ from those of the form. */
  alone?: LocalizedText
  /** Wrong in one of them only. In a form the schema sets limits; the element has its own attributes for that. */
  only?: 'form' | 'alone'
  /** Attributes of the element that make it wrong. */
  attributes?: Readonly<Record<string, string>>
}

/**
 * What one kind of field does, in examples: each stands in the folder of its kind, is said nowhere else, and is proven in a
 * form (`fields/every-kind.browser.test.ts`) and alone on a page (`field-shell/field-shell.browser.test.ts`).
 *
 * No kind has a first value: nothing is answered until a default of the definition, a prefill or a person says so.
 */
export interface KindCases {
  /** The question as a locale has it. */
  words: Readonly<Record<'vi' | 'en', FieldWords>>
  /** What the payload may be. */
  schema: JsonObject
  /** The same limits as attributes of the element. */
  attributes?: Readonly<Record<string, string>>
  options?: readonly Option[]
  /** For what cannot be asked of everybody: a tick that may stay away, a value that is only shown. @default true */
  required?: boolean
  /** An answer as the payload has it. */
  answer: JsonValue
  /** The same as text: attribute `value` of the element, and what a form of the page receives. */
  value: string
  /** What a form of the page receives when it is several entries of one name. */
  parts?: readonly string[]
  /** How the answer reads on the check page. */
  reads: LocalizedText
  /** How it reads in its box, where that differs. */
  boxed?: LocalizedText
  /** Ways people write an answer, each with what it means. Days are typed as `5/11/2021`. */
  typed?: ReadonlyArray<readonly [text: string, answer: JsonValue]>
  /** Texts that are no answer once the person has left, besides an emptied box. */
  nothing?: readonly string[]
  /** How an answer is taken back. Of what is chosen by a round button it never is: “none of them” would be an option of its own. */
  takenBack: 'emptied' | 'ticked again' | 'never'
  /** What is said when it is required and not there; `undefined` for what is never asked of anybody. */
  missing: LocalizedText | undefined
  wrong: readonly WrongAnswer[]
  /** What the element asks to look at again, though it blocks nothing; in a form that is a rule of the definition. */
  doubtful?: ReadonlyArray<{ value: string; says: LocalizedText }>
}

export const both = (vi: string, en: string): LocalizedText => ({ vi, en })
/** The same in both languages: digits, names of places, what a person wrote. */
export const same = (text: string): LocalizedText => ({ vi: text, en: text })
export const option = (value: string, vi: string, en: string): Option => ({ value, label: { vi, en } })
export const oneOf = (options: readonly Option[]): JsonObject => ({ type: 'string', enum: options.map(({ value }) => value) })
/** What most kinds say when nothing has been answered. */
export const unanswered = ({ vi, en }: LocalizedText): LocalizedText => ({ vi: `Bạn chưa trả lời mục “${vi}”.`, en: `You have not answered “${en}”.` })
