import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import { catalogue } from './catalogue.ts'
import type { Ending, FormDefinition } from './definition.ts'
import { type Answers, answersSchema, type ExtractCopyAnswers, parseAnswers } from './generated/procedures/extract-copy.ts'

expectTypeOf<z.infer<typeof answersSchema>>().toEqualTypeOf<Answers>()
expectTypeOf<ExtractCopyAnswers>().toEqualTypeOf<Answers>()
expectTypeOf<Answers['undertaking']>().toEqualTypeOf<true>()
expectTypeOf<Answers['relation']>().toEqualTypeOf<'grandparent' | 'parent' | 'child' | 'spouse' | 'sibling' | 'other' | undefined>()
expectTypeOf<Ending>().toEqualTypeOf<'hand-off' | 'submit' | 'book-and-appear'>()
expectTypeOf(catalogue.find('extract-copy', { on: '2026-11-21' }).load).returns.resolves.toEqualTypeOf<FormDefinition>()

const result = parseAnswers({})
if (result.success) expectTypeOf(result.answers.count).toEqualTypeOf<number>()
else expectTypeOf(result.issues[0]?.pointer).toEqualTypeOf<string | undefined>()

// @ts-expect-error the day is not optional: which version is meant depends on it
catalogue.find('extract-copy')
// @ts-expect-error abroad is never Việt Nam
export const country: NonNullable<Answers['requester']['residence']['country']> = 'VN'
// @ts-expect-error answers are of one outcome only
export const count = result.answers.count
