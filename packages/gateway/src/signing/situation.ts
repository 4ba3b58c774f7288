import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { SigningAct, SigningConfig } from './config.ts'
import type { SigningTables } from './tables.ts'

export type FileRow = Selectable<SigningTables['signing_files']>
export type RequestRow = Selectable<SigningTables['signing_requests']>
export type EvidenceRow = Selectable<SigningTables['signing_evidence']>

/** Where the result of a dossier stands on its way to being given out. */
export interface Situation {
  /** What the next act is done to; after the last one, what came of it. */
  file: FileRow | undefined
  evidence: readonly EvidenceRow[]
  next: SigningAct | null
  /** The request that is open, or else the last one about this draft. */
  request: RequestRow | undefined
}

const OPEN: readonly RequestRow['state'][] = ['preparing', 'waiting', 'embedding', 'verified']

export async function readSituation(db: Kysely<Database>, dossierCode: string, { issuing = 'required' }: Pick<SigningConfig, 'issuing'>): Promise<Situation> {
  const files = await db.selectFrom('signing_files').selectAll().where('dossier_code', '=', dossierCode).where('replaced_at', 'is', null).execute()
  const draft = files.find(({ stage }) => stage === 'draft')
  if (draft === undefined) return { file: undefined, evidence: [], next: null, request: undefined }
  const evidence = await db.selectFrom('signing_evidence').selectAll().where('draft_id', '=', draft.file_id).orderBy('at').execute()
  const requests = await db.selectFrom('signing_requests').selectAll().where('draft_id', '=', draft.file_id).orderBy('created_at', 'desc').execute()
  const has = (act: SigningAct): boolean => evidence.some((one) => one.act === act)
  const next = !has('sign') ? 'sign' : issuing === 'required' && !has('issue') ? 'issue' : null
  const stage = has('issue') ? 'issued' : has('sign') ? 'signed' : 'draft'
  return {
    evidence, next,
    file: files.find((file) => file.stage === stage && file.draft_id === draft.file_id),
    request: requests.find(({ state }) => OPEN.includes(state)) ?? requests[0],
  }
}

/** A request that keeps others from being made. */
export function isOpen(request: RequestRow | undefined): request is RequestRow {
  return request !== undefined && OPEN.includes(request.state)
}
