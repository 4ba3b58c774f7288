import { formatDay } from '../locales/formats.ts'
import type { DefinitionOutcome } from '../services/services.ts'
import { badAttribute } from './blocked-view.ts'
import type { Block } from './blocked-view.ts'

/** Why what was asked for cannot be opened; nothing when it can. */
export function blockOf(outcome: DefinitionOutcome, procedure: string): Block | undefined {
  if (outcome.kind === 'unknown') return badAttribute('blockedProcedure', 'procedure', procedure)
  if (outcome.kind === 'ended') return { reason: 'blockedProcedureEnded', values: { date: formatDay(outcome.entry.effectiveTo ?? '') }, retry: false }
  return outcome.kind === 'broken' ? { reason: 'blockedBroken', retry: true } : undefined
}
