import { isJsonObject } from '@motcua/core/json'
import type { JsonObject } from '@motcua/core/json'
import type { FormSource } from '@motcua/schemas/definition'
import { answersFromPayload, plainReader } from './model/answers.ts'
import { modelOf } from './model/model.ts'
import { buildValue } from './model/reader.ts'
import type { Reader } from './model/reader.ts'
import { ruleContext } from './rule-context.ts'
import type { RuleKnowledge } from './rule-context.ts'
import type { FormAnswers } from './types.ts'

export interface ProjectOptions {
  /** Clock for conditions that compare with today. @default () => new Date() */
  now?: () => Date
  /** Calendar and named sets for conditions that use them. The definition's option sets are known by their names. */
  rules?: RuleKnowledge
}

/**
 * The payload of a state: visible answers and derived values, nothing hidden. Pure; the live form, drafts and the
 * server all use this one.
 *
 * @example project(form.snapshot(), definition) // equals form.project()
 */
export function project(state: FormAnswers, definition: FormSource, options: ProjectOptions = {}): JsonObject {
  return projectFrom(plainReader(modelOf(definition), state, ruleContext(definition, options)))
}

/**
 * Projects a payload again: drops answers that its own answers hide and recomputes derived values. The server calls
 * it on what a page sends; validate the result, and refuse unknown members by validating what came.
 *
 * @example projectPayload(body.answers, definition)
 */
export function projectPayload(payload: JsonObject, definition: FormSource, options: ProjectOptions = {}): JsonObject {
  let rows = 0
  return project(answersFromPayload(modelOf(definition), payload, () => `r${++rows}`), definition, options)
}

export function projectFrom(reader: Reader): JsonObject {
  const payload = buildValue(reader, reader.model.tree, undefined)
  return isJsonObject(payload) ? payload : {}
}
