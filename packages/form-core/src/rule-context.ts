import type { RuleContext } from '@motcua/core/rules'
import type { FormSource } from '@motcua/schemas/definition'

/** What rules may know beside the answers; the clock and the row are ours. */
export type RuleKnowledge = Pick<RuleContext, 'calendar' | 'sets' | 'onProblem'>

const SETS = new WeakMap<FormSource, NonNullable<RuleContext['sets']>>()

/** The context rules run in: today in Việt Nam, the definition's option sets as named sets, and what the caller adds. */
export function ruleContext(definition: FormSource, options: { now?: (() => Date) | undefined; rules?: RuleKnowledge | undefined }): RuleContext {
  const { sets, ...rest } = options.rules ?? {}
  const own = optionSets(definition)
  return { ...rest, today: vietnamDay(options.now ? options.now() : new Date()), sets: sets ? { ...own, ...sets } : own }
}

function optionSets(definition: FormSource): NonNullable<RuleContext['sets']> {
  let sets = SETS.get(definition)
  if (!sets) {
    sets = Object.fromEntries(Object.entries(definition.optionSets).map(([name, options]) => [name, new Set(options.map(option => option.value))]))
    SETS.set(definition, sets)
  }
  return sets
}

/** Calendar day in Việt Nam (UTC+7 all year), `YYYY-MM-DD`. */
function vietnamDay(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
