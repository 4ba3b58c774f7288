import type { JsonValue } from '@motcua/core/json'
import { todayInVietnam } from '@motcua/core/dates'
import type { PersonColumn } from '../database/schema.ts'
import { definitionOf } from '../dossiers/find.ts'
import type { Services } from '../services.ts'
import { ownAnswers, type OwnFact } from './own-fields.ts'
import type { Known } from './proposals.ts'

/** Refused and withdrawn: what somebody took back, or was told is wrong, is not offered to them again. */
const NOT_ASKED = [3, 7]
/** How far back is looked: older answers are more often wrong than of use. */
const DOSSIERS = 20

/**
 * What the person's own dossiers at this gateway say of them, the newest first. Only of objects that hold their own personal
 * number, so that an answer about a child or a spouse is never taken for theirs; papers are never among it.
 */
export async function earlierDossiers(services: Services, { subject, personalId }: PersonColumn): Promise<Known[]> {
  if (personalId === '') return []
  const rows = await services.db.selectFrom('dossiers').select(['answers', 'definition_sha256', 'submitted_at'])
    .where('owner_subject', '=', subject).where('state', 'not in', NOT_ASKED).orderBy('submitted_at', 'desc').limit(DOSSIERS).execute()
  const known: Known[] = []
  for (const row of rows) {
    const asOf = todayInVietnam(row.submitted_at)
    for (const answers of ownAnswers(await definitionOf(services, row), row.answers, personalId)) known.push({ source: 'earlier-dossier', asOf, answers: withoutIdentity(answers) })
  }
  return known
}

/** Who the person is says the identity provider; an earlier dossier knows where and how to reach them. */
function withoutIdentity(answers: ReadonlyMap<OwnFact, JsonValue>): ReadonlyMap<OwnFact, JsonValue> {
  return new Map([...answers].filter(([fact]) => fact !== 'fullName' && fact !== 'birthDate' && fact !== 'personalId'))
}
