import { todayInVietnam } from '@motcua/core/dates'
import { evaluateRule } from '@motcua/core/rules'
import type { DeadlinePolicy } from '@motcua/dossier/deadline'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { Services } from '../services.ts'
import type { DossierRow } from './append.ts'

/** The time limit of this dossier's case with the working calendar; undefined when the procedure names none. */
export function deadlinePolicy(services: Services, { procedure }: FormDefinition, row: Pick<DossierRow, 'answers' | 'submitted_at'>): DeadlinePolicy | undefined {
  const { calendar } = services
  const today = todayInVietnam(row.submitted_at)
  const special = procedure.timeLimits.find((limit) => limit.appliesWhen !== undefined && evaluateRule(limit.appliesWhen, row.answers, { today, calendar }) === true)
  const timeLimit = special ?? procedure.timeLimits.find((limit) => limit.appliesWhen === undefined)
  return timeLimit === undefined ? undefined : { timeLimit, calendar }
}
