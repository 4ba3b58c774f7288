import { expectTypeOf } from 'vitest'
import { evaluateRule, isUnknown, UNKNOWN } from './rules.ts'
import type { JsonValue } from './json.ts'
import type { Issue } from './errors.ts'

const value = evaluateRule(true, {}, { today: '2026-11-21' })

// The third value must be dealt with before a result is used as JSON.
expectTypeOf(value).toEqualTypeOf<JsonValue | typeof UNKNOWN>()
if (!isUnknown(value)) expectTypeOf(value).toEqualTypeOf<JsonValue>()
// @ts-expect-error unknown is no truth value
export const truth: boolean = value

// @ts-expect-error the clock is never taken from the machine
evaluateRule(true, {}, {})

// @ts-expect-error a Date is no calendar day
evaluateRule(true, {}, { today: new Date() })

expectTypeOf<Issue['severity']>().toEqualTypeOf<'error' | 'warning'>()
