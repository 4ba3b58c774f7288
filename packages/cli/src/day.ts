import { parseCalendarDate, todayInVietnam } from '@motcua/core/dates'
import { type CommandContext, type OptionValues, textOption } from './command.ts'

/** The day of `--on`, or today in Vietnam; undefined (and said) when it is none. */
export function dayOf(values: OptionValues, command: string, context: CommandContext): string | undefined {
  const day: string = textOption(values, 'on') ?? todayInVietnam(context.now?.() ?? new Date())
  if (parseCalendarDate(day) !== null) return day
  context.err(`motcua ${command}: --on expects a calendar day such as 2026-11-21, got ${JSON.stringify(day.slice(0, 40))}.`)
  return undefined
}
