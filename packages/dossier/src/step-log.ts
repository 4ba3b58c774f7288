import type { JsonObject, JsonValue } from '@motcua/core/json'
import { isDossierState, type DossierState } from './states.ts'
import { STEP_ROLES, isStepKind, statesAfter, type Step, type StepKind, type StepRole } from './steps.ts'
import { isInstant } from './instant.ts'

/** `prev` of the first statement of a dossier: there is nothing before it. */
export const FIRST_PREV = '0'.repeat(64)

/**
 * What a person or the system says happened to a dossier (bước xử lý), before it is signed as a compact JWS. Each
 * statement names the hash of the JWS before it, so that none can be removed, added or exchanged unnoticed.
 */
export interface StepStatement {
  /** Dossier code. */
  dossier: string
  kind: StepKind
  /** Instant with offset. */
  at: string
  by: { role: StepRole; name: string; agencyCode?: string; title?: string }
  /** State after the step. */
  state: DossierState
  /** Hex SHA-256 of the previous JWS, or {@link FIRST_PREV}. */
  prev: string
  /** What the kind of step needs: `reason`, `note`, `documents`, `resultFiles`; of `submitted`, `assistedBy` where somebody helped at the counter. */
  data?: JsonObject
}

export type ParsedStatement = { ok: true; statement: StepStatement } | { ok: false; pointer: string; expected: string }

/**
 * Read the payload of a step JWS; nothing of it is trusted before. Unknown members are refused, so that what was signed
 * is what is shown.
 *
 * @example
 * const parsed = parseStepStatement(JSON.parse(payload))
 * if (!parsed.ok) throw new TypeError(`${parsed.pointer}: expected ${parsed.expected}`)
 */
export function parseStepStatement(value: unknown): ParsedStatement {
  if (!isObject(value)) return wrong('', 'an object')
  const stranger = Object.keys(value).find((key) => !MEMBERS.has(key))
  if (stranger !== undefined) return wrong(`/${stranger}`, `one of ${[...MEMBERS].join(', ')}`)
  const { dossier, kind, at, by, state, prev, data } = value
  if (!isText(dossier)) return wrong('/dossier', 'a dossier code')
  if (!isStepKind(kind)) return wrong('/kind', 'a kind of step')
  if (!isInstant(at)) return wrong('/at', 'an ISO 8601 instant with offset')
  if (!isDossierState(state)) return wrong('/state', 'a state from 1 to 10')
  if (typeof prev !== 'string' || !HASH.test(prev)) return wrong('/prev', '64 hexadecimal digits')
  if (!isObject(by)) return wrong('/by', 'an object')
  const role = STEP_ROLES.find((known) => known === by.role)
  if (role === undefined) return wrong('/by/role', STEP_ROLES.join(', '))
  if (!isText(by.name)) return wrong('/by/name', 'a name')
  if (by.agencyCode !== undefined && !isText(by.agencyCode)) return wrong('/by/agencyCode', 'an agency code')
  if (by.title !== undefined && !isText(by.title)) return wrong('/by/title', 'a title')
  if (data !== undefined && !isJsonObject(data)) return wrong('/data', 'an object of JSON values')
  return {
    ok: true,
    statement: {
      dossier, kind, at, state, prev,
      by: { role, name: by.name, ...(by.agencyCode === undefined ? {} : { agencyCode: by.agencyCode }), ...(by.title === undefined ? {} : { title: by.title }) },
      ...(data === undefined ? {} : { data }),
    },
  }
}

/**
 * The step a statement speaks of, ready for `applyStep`; null when its `data` lack what the kind needs.
 *
 * @example
 * const step = stepOf(statement)
 * const next = step && applyStep(dossier, step, deadline)
 */
export function stepOf(statement: StepStatement): Step | null {
  const { kind, at, data = {} } = statement
  const by = { role: statement.by.role }
  switch (kind) {
    case 'refuse':
    case 'stop':
    case 'request-payment':
      return typeof data.reason === 'string' ? { kind, at, by, reason: data.reason } : null
    case 'withdrawn':
      return { kind, at, by, ...(typeof data.reason === 'string' ? { reason: data.reason } : {}) }
    case 'request-supplement':
      return isTexts(data.documents) && typeof data.note === 'string' ? { kind, at, by, documents: data.documents, note: data.note } : null
    case 'supplement-answered':
      return isTexts(data.documents) ? { kind, at, by, documents: data.documents } : null
    case 'finish':
      return isTexts(data.resultFiles) && data.resultFiles.every((hash) => HASH.test(hash)) ? { kind, at, by, resultFiles: data.resultFiles } : null
    default:
      return { kind, at, by }
  }
}

/** Hex SHA-256 of a compact JWS: the `prev` of the next statement. */
export async function hashStep(jws: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jws))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Why a step log does not hold. */
export const CHAIN_FAULTS = ['signature-invalid', 'chain-broken', 'other-dossier', 'time-goes-back', 'transition-not-allowed'] as const
export type ChainFault = (typeof CHAIN_FAULTS)[number]

export type ChainVerdict = { ok: true; statements: StepStatement[] } | { ok: false; index: number; code: ChainFault }

/**
 * Verify a whole step log: every signature, the hash chain, one dossier, time that goes on, and moves of the state table.
 *
 * `verify` checks one JWS (signature, key, entitlement) and gives its statement, or null when it does not hold; the
 * gateway passes a function made from `@motcua/signatures`. A log that was cut at its end still verifies: compare the
 * last hash with the one you stored. An empty log is ok.
 *
 * @example
 * const verdict = await verifyStepChain(log, verifyStepJws, { dossier: 'H01.02-261121-0001' })
 * if (!verdict.ok) report(verdict.code, verdict.index)
 */
export async function verifyStepChain(
  jwsList: readonly string[], verify: (jws: string) => Promise<StepStatement | null>, options: { dossier?: string } = {},
): Promise<ChainVerdict> {
  const statements: StepStatement[] = []
  let prev = FIRST_PREV
  for (const [index, jws] of jwsList.entries()) {
    const statement = await verify(jws)
    if (statement === null) return { ok: false, index, code: 'signature-invalid' }
    if (statement.prev !== prev) return { ok: false, index, code: 'chain-broken' }
    const before = statements.at(-1)
    if (statement.dossier !== (options.dossier ?? before?.dossier ?? statement.dossier)) return { ok: false, index, code: 'other-dossier' }
    if (before && Date.parse(statement.at) < Date.parse(before.at)) return { ok: false, index, code: 'time-goes-back' }
    if (!statesAfter(before?.state ?? null, statement.kind).includes(statement.state)) return { ok: false, index, code: 'transition-not-allowed' }
    statements.push(statement)
    prev = await hashStep(jws)
  }
  return { ok: true, statements }
}

const MEMBERS = new Set(['dossier', 'kind', 'at', 'by', 'state', 'prev', 'data'])
const HASH = /^[0-9a-f]{64}$/

function wrong(pointer: string, expected: string): ParsedStatement {
  return { ok: false, pointer, expected }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value) && Object.values(value).every(isJson)
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return Array.isArray(value) ? value.every(isJson) : isJsonObject(value)
}
