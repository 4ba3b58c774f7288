import type { FormDefinition } from '@motcua/schemas/definition'
import type { PersonColumn } from '../database/schema.ts'
import { readDefinition, readKeptDefinition } from '../definitions/read.ts'
import { Problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { DossierRow } from '../steps/append.ts'

/** A dossier of the signed-in person. Somebody else's is not found, so that codes cannot be tried out. */
export async function ownDossier({ db }: Services, code: string, person: PersonColumn): Promise<DossierRow> {
  const row = await db.selectFrom('dossiers').selectAll().where('code', '=', code).where('owner_subject', '=', person.subject).executeTakeFirst()
  if (row === undefined) throw new Problem('dossier-not-found')
  return row
}

/** A dossier of the officer's agency. Throws `officer-only`, `not-your-agency` or `dossier-not-found`. */
export async function agencyDossier({ db }: Services, code: string, person: PersonColumn): Promise<DossierRow> {
  if (person.officer === undefined) throw new Problem('officer-only')
  const row = await db.selectFrom('dossiers').selectAll().where('code', '=', code).executeTakeFirst()
  if (row === undefined) throw new Problem('dossier-not-found')
  if (row.agency_code !== person.officer.agencyCode) throw new Problem('not-your-agency')
  return row
}

/** The version a dossier was accepted under: bundled, or kept from the day it was filed. */
export async function definitionOf({ db, definitions }: Services, row: Pick<DossierRow, 'definition_sha256'>): Promise<FormDefinition> {
  const bundled = readDefinition(definitions, row.definition_sha256)
  if (bundled !== undefined) return bundled
  const kept = await db.selectFrom('definitions_used').select('body').where('sha256', '=', row.definition_sha256).executeTakeFirstOrThrow()
  return readKeptDefinition(kept.body)
}
