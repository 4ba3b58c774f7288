import type { Issue, ProblemDetails } from '@motcua/core'
import type { JsonObject } from '@motcua/core/json'
import { checkAttachments, documentChecklist, type AttachmentFacts } from '@motcua/dossier/documents'
import { computeFee, type ComputedFee } from '@motcua/dossier/fees'
import { projectPayload } from '@motcua/form-core'
import { checkPlaces, checkRules, validateAnswers } from '@motcua/form-core/validate'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { AgencyConfig } from '../config.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { checkLockedAnswers, type Voucher } from './locked-answers.ts'

/**
 * Computes again what the page computed and ignores its verdicts: projection, schema, rules, who is applying, fee.
 * Gives the payload to store. Throws `invalid-answers` with every issue.
 */
export function checkAnswers(services: Pick<Services, 'calendar' | 'clock' | 'communes'>, definition: FormDefinition, answers: JsonObject, voucher: Voucher & { sha256: string }): JsonObject {
  const options = { now: services.clock, rules: { calendar: services.calendar } }
  const asSent = validateAnswers(definition.schema, answers)
  if (asSent.length > 0) throw invalidAnswers(asSent)
  const projected = projectPayload(answers, definition, options)
  const issues = [
    ...validateAnswers(definition.schema, projected),
    ...checkRules(definition, projected, options).filter((issue) => issue.severity === 'error'),
    ...checkLockedAnswers(definition, projected, voucher),
    ...checkPlaces(definition, projected, services.communes),
  ]
  if (issues.length > 0) throw invalidAnswers(issues)
  return projected
}

/** The closed list and nothing else. Throws `missing-document` or `document-not-in-list`. */
export function checkDocuments(services: Services, definition: FormDefinition, answers: JsonObject, attachments: readonly AttachmentFacts[], on: string): void {
  const checklist = documentChecklist(definition.procedure, answers, { on, calendar: services.calendar })
  const issues = checkAttachments(checklist, attachments)
  const [first] = issues
  if (first === undefined) return
  const name = issues.some((issue) => issue.code === 'missing-document') ? 'missing-document' : first.code === 'document-not-in-list' ? 'document-not-in-list' : 'attachment-mismatch'
  throw new Problem(name, { documents: [...new Set(issues.map((issue) => issue.documentId))], errors: toErrors(issues) })
}

/** The fee by the procedure's own rules, read on the day of submission. */
export function feeOf(services: Services, definition: FormDefinition, answers: JsonObject, agency: AgencyConfig, on: string): ComputedFee {
  const { parameters, feeReadings } = agency
  return computeFee(definition.procedure, answers, {
    on, channel: 'online', calendar: services.calendar, ...(parameters === undefined ? {} : { parameters }), ...(feeReadings === undefined ? {} : { readings: feeReadings }),
  })
}

function invalidAnswers(issues: readonly Issue[]): Problem {
  return new Problem('invalid-answers', { errors: toErrors(issues) })
}

function toErrors(issues: readonly Issue[]): NonNullable<ProblemDetails['errors']> {
  return issues.map(({ pointer, code, params }) => ({ pointer, code, params: { ...params } }))
}
