import { todayInVietnam } from '@motcua/core/dates'
import type { JsonObject } from '@motcua/core/json'
import { newDossier } from '@motcua/dossier'
import { FIRST_PREV, hashStep } from '@motcua/dossier/step-log'
import type { FormDefinition } from '@motcua/schemas/definition'
import type { Transaction } from 'kysely'
import { agencyServing } from '../agencies.ts'
import type { AgencyConfig } from '../config.ts'
import { toInteger, type Database, type PersonColumn } from '../database/schema.ts'
import { keptDefinition, readDefinition } from '../definitions/read.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { sealedStatement } from '../steps/append.ts'
import { attachUploads, claimUploads } from './attach.ts'
import { checkAnswers, checkDocuments, feeOf } from './check-submission.ts'
import { reserveDossierCode } from './code.ts'
import { earlierAnswer, once, type OnceOptions, type StoredAnswer } from './idempotency.ts'
import type { Voucher } from './locked-answers.ts'
import type { Submission } from './submission.ts'

/** Submits a dossier once per key: everything is checked again, and all of it is stored or nothing. */
export async function submitDossier(services: Services, submission: Submission, options: Voucher & { key: string; correlationId: string }): Promise<StoredAnswer> {
  const { db, clock } = services
  const { person, lookedUp, key, correlationId } = options
  const request: JsonObject = JSON.parse(JSON.stringify(submission))
  const keyed: OnceOptions = { subject: person.subject, key, operation: 'submit', request, now: clock() }
  // A retry gets the first answer even when the definition has expired meanwhile.
  const earlier = await earlierAnswer(db, keyed)
  if (earlier !== undefined) return earlier

  const agency = agencyOf(services, submission.commune)
  const on = todayInVietnam(clock())
  const definition = definitionFor(services, submission, on)
  checkEnding(definition, agency)
  const answers = checkAnswers(services, definition, submission.answers, { person, lookedUp, sha256: submission.procedure.sha256 })
  return once(db, keyed, (trx) => write(services, trx, { submission, person, correlationId, agency, definition, answers, on }))
}

/** What the seal of the first step covers besides who filed when: the support code, and who helped at the counter, beside the applicant. */
function submittedData({ assistedBy }: Submission, supportCode: string): JsonObject {
  return { supportCode, ...(assistedBy === undefined ? {} : { assistedBy: { ...assistedBy } }) }
}

interface Checked {
  submission: Submission
  person: PersonColumn
  correlationId: string
  agency: AgencyConfig
  definition: FormDefinition
  answers: JsonObject
  on: string
}

async function write(services: Services, trx: Transaction<Database>, checked: Checked): Promise<StoredAnswer> {
  const { submission, person, correlationId, agency, definition, answers, on } = checked
  const { procedure } = definition
  const now = services.clock()
  const uploads = await claimUploads(trx, submission.attachments, { owner: person.subject, slug: procedure.slug, commune: submission.commune })
  checkDocuments(services, definition, answers, uploads.map((row) => ({ documentId: row.document_id, mediaType: row.media_type ?? '', bytes: toInteger(row.size) })), on)
  const fee = feeOf(services, definition, answers, agency, on)
  if (fee.unknown.length > 0) services.log('warn', 'fee-unknown', { correlationId, slug: procedure.slug, unknown: fee.unknown.map(({ id, reason }) => `${id}: ${reason}`) })

  const code = await reserveDossierCode(trx, agency.agencyCode, now)
  const start = newDossier({ code, documents: procedure.documents.map((document) => document.id), maxSupplementRequests: procedure.supplementPolicy.maxRequests })
  const { statement, jws, next } = await sealedStatement(services, start, FIRST_PREV, { kind: 'submitted', by: { role: 'citizen', name: person.fullName }, data: submittedData(submission, correlationId) })
  const hash = await hashStep(jws)

  await trx.insertInto('dossiers').values({
    code, agency_code: agency.agencyCode, commune: submission.commune, slug: procedure.slug,
    definition_from: procedure.effectiveFrom, definition_sha256: submission.procedure.sha256,
    procedure_code: procedureCode(definition, on), procedure_name: JSON.stringify(procedure.name),
    owner_subject: person.subject, owner_name: person.fullName, owner_personal_id: person.personalId,
    owner_phone: person.phone ?? '', owner_email: person.email ?? '', assurance: person.assuranceLevel,
    answers: JSON.stringify(answers), assisted_by: submission.assistedBy === undefined ? null : JSON.stringify(submission.assistedBy), locale: submission.locale,
    state: statement.state, fee_lines: JSON.stringify(fee.lines), fee_vnd: fee.amountVnd, fee_basis: fee.unknown.length > 0 ? 'unknown' : 'computed',
    life_cycle: JSON.stringify(next), submitted_at: new Date(statement.at), last_step_hash: hash, step_count: 1,
  }).execute()
  await trx.insertInto('steps').values({
    dossier_code: code, seq: 1, kind: statement.kind, at: new Date(statement.at), state: statement.state,
    by_role: 'citizen', by_name: person.fullName, note: null, sealed: 'system-seal', jws, hash, prev: statement.prev,
  }).execute()
  await attachUploads(trx, code, uploads, now)
  // The version under which it was accepted stays with it, whatever later releases bundle.
  await trx.insertInto('definitions_used').values({
    sha256: submission.procedure.sha256, slug: procedure.slug, effective_from: procedure.effectiveFrom, body: keptDefinition(services.definitions, submission.procedure.sha256), first_used_at: now,
  }).onConflict((conflict) => conflict.doNothing()).execute()
  await services.outbox.enqueue(trx, code)

  return {
    status: 201,
    response: {
      code, supportCode: correlationId, state: 1, submittedAt: statement.at,
      fee: { amountVnd: fee.amountVnd, state: fee.amountVnd > 0 ? 'owed' : 'none', lines: JSON.parse(JSON.stringify(fee.lines)) },
    },
  }
}

export function agencyOf(services: Services, commune: string): AgencyConfig {
  if (services.communes.find(commune) === undefined) throw new Problem('commune-unknown')
  return agencyServing(services.config, commune)
}

/** The definition by its hash, while it may still be filed. Otherwise `procedure-unknown` or `definition-changed` naming the current one. */
export function definitionFor(services: Services, { procedure }: Pick<Submission, 'procedure'>, on: string): FormDefinition {
  const { definitions } = services
  const current = definitions.index(on).find((entry) => entry.slug === procedure.slug)
  const entry = definitions.entry(procedure.sha256)
  if (current === undefined && entry?.slug !== procedure.slug) throw new Problem('procedure-unknown')
  const inForce = entry !== undefined && entry.slug === procedure.slug && entry.effectiveFrom === procedure.effectiveFrom
    && entry.effectiveFrom <= on && (entry.effectiveTo === null || on <= entry.effectiveTo)
  const definition = inForce ? readDefinition(definitions, procedure.sha256) : undefined
  if (definition === undefined) {
    throw new Problem('definition-changed', current === undefined ? {} : { currentVersion: { slug: current.slug, effectiveFrom: current.effectiveFrom, sha256: current.sha256, path: current.path } })
  }
  return definition
}

/** Both must allow it: the procedure as data, and the operator for this commune. */
function checkEnding({ procedure }: FormDefinition, agency: AgencyConfig): void {
  const allowed = procedure.completeness === 'complete' && procedure.endings.some((ending) => ending.kind === 'submit') && agency.endings[procedure.slug] === 'submit'
  if (!allowed) throw new Problem('ending-not-allowed', { ending: agency.endings[procedure.slug] ?? 'hand-off', handOff: procedure.handOff.url })
}

/** The national code of a procedure on a day. */
export function procedureCode({ procedure }: FormDefinition, on: string): string {
  return procedure.codes.find((alias) => alias.from <= on && (alias.to === null || on <= alias.to))?.code ?? procedure.codes.at(-1)?.code ?? procedure.slug
}
