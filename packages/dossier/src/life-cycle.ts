import type { LocalizedText } from '@motcua/schemas/definition'
import { computeDue, resumeDue, type DeadlinePolicy, type Due } from './deadline.ts'
import { REFUSAL_WORDS, type StepRefusal } from './refusals.ts'
import { stateEntry, type DossierState } from './states.ts'
import { STEP_ACTORS, STEP_KINDS, statesAfter, type Step, type StepKind, type StepRole } from './steps.ts'
import { isInstant } from './instant.ts'

/** A supplement request (yêu cầu bổ sung): which papers may be replaced, and whether they have been. */
export interface SupplementRequest {
  documents: readonly string[]
  note: string
  requestedAt: string
  answeredAt: string | null
  /** Asked before reception, so the dossier waits for `receive` after the answer. */
  beforeReception: boolean
}

/** What the life cycle needs to know of a dossier (hồ sơ). Plain data: store it beside the dossier. */
export interface LifeCycle {
  readonly code: string
  /** Null until it is submitted. */
  readonly state: DossierState | null
  /** Ids of the procedure's closed list of papers. */
  readonly documents: readonly string[]
  /** Most supplement requests the procedure's policy allows. */
  readonly maxSupplementRequests: number
  readonly supplementRequests: number
  readonly supplement: SupplementRequest | null
  readonly submittedAt: string | null
  readonly receivedAt: string | null
  /** Since when the clock is stopped (state 5 or 6 after reception). */
  readonly stoppedAt: string | null
  /** When the result is due; null before reception, or when no {@link DeadlinePolicy} was given. */
  readonly dueAt: string | null
  readonly endedAt: string | null
  readonly lastStepAt: string | null
  /** Hex SHA-256 of the result files of `finish`. */
  readonly resultFiles: readonly string[]
}

export interface StepAccepted { ok: true; dossier: LifeCycle }
export interface StepRefused {
  ok: false
  code: StepRefusal
  params: Readonly<Record<string, string | number | boolean>>
  message: LocalizedText
}

/**
 * A dossier before its first step: nothing filed yet, no state.
 *
 * @example
 * const draft = newDossier({ code: 'H01.02-261121-0001', documents: ['authorisation'], maxSupplementRequests: 1 })
 */
export function newDossier(start: Pick<LifeCycle, 'code' | 'documents' | 'maxSupplementRequests'>): LifeCycle {
  return {
    code: start.code, documents: start.documents, maxSupplementRequests: start.maxSupplementRequests,
    state: null, supplementRequests: 0, supplement: null, submittedAt: null, receivedAt: null, stoppedAt: null,
    dueAt: null, endedAt: null, lastStepAt: null, resultFiles: [],
  }
}

/**
 * Apply one step, or say why it is refused. The dossier given is never changed.
 *
 * Pass `deadline` whenever the dossier may be received or go on after a stop: the due time is computed from it and
 * nowhere else. Without it `dueAt` stays null.
 *
 * @example
 * const taken = applyStep(dossier, { kind: 'receive', at: '2026-11-23T08:10:00+07:00', by: { role: 'officer' } }, deadline)
 * if (!taken.ok) return show(taken.message.vi)
 */
export function applyStep(dossier: LifeCycle, step: Step, deadline?: DeadlinePolicy): StepAccepted | StepRefused {
  const refusal = refuse(dossier, step)
  if (refusal) return refusal
  const state = nextState(dossier, step.kind)
  if (state === undefined) return refused('not-allowed-in-state', { kind: step.kind })
  const due = dueAfter(dossier, step, state, deadline)
  if (step.kind === 'receive' && due?.note.code === 'calendar-unknown') return refused('calendar-unknown', { ...due.note.params })
  const moved: LifeCycle = { ...dossier, state, lastStepAt: step.at, ...clockChange(dossier, state, step.at), ...(due ? { dueAt: due.dueAt } : {}) }
  return { ok: true, dossier: { ...moved, ...recorded(dossier, step) } }
}

/**
 * Kinds of step that the table, the actor and the supplement policy allow now; whether a step's own data are good is
 * only known when it is applied. `role` narrows the list to one actor.
 *
 * @example
 * allowedSteps(dossier, 'officer') // ['receive', 'refuse', 'request-supplement'] in state 1
 */
export function allowedSteps(dossier: LifeCycle, role?: StepRole): StepKind[] {
  return STEP_KINDS.filter((kind) =>
    (role === undefined || STEP_ACTORS[kind].includes(role)) && nextState(dossier, kind) !== undefined && !policyRefusal(dossier, kind))
}

function nextState(dossier: LifeCycle, kind: StepKind): DossierState | undefined {
  const states = statesAfter(dossier.state, kind)
  if (kind === 'supplement-answered') return dossier.supplement?.beforeReception ? states.find((s) => s === 5) : states.find((s) => s === 4)
  return states[0]
}

/** Refusals that depend on what happened before, not on the data of the step. */
function policyRefusal(dossier: LifeCycle, kind: StepKind): StepRefused | null {
  if (kind === 'request-supplement' && dossier.supplementRequests >= dossier.maxSupplementRequests) {
    return refused('supplement-limit-reached', { limit: dossier.maxSupplementRequests })
  }
  if (kind === 'supplement-answered' && (!dossier.supplement || dossier.supplement.answeredAt !== null)) return refused('no-open-supplement', {})
  if (kind === 'receive' && dossier.state === 5) {
    if (!dossier.supplement?.beforeReception) return refused('not-allowed-in-state', { kind, state: 5 })
    if (dossier.supplement.answeredAt === null) return refused('supplement-not-answered', {})
  }
  return null
}

function refuse(dossier: LifeCycle, step: Step): StepRefused | null {
  const { kind } = step
  if (!STEP_ACTORS[kind].includes(step.by.role)) return refused('not-allowed-for-role', { kind, role: step.by.role })
  if (!isInstant(step.at)) return refused('time-invalid', {})
  if (dossier.lastStepAt !== null && Date.parse(step.at) < Date.parse(dossier.lastStepAt)) return refused('time-goes-back', {})
  if (dossier.state === 9 && kind === 'process') return refused('correction-not-supported', {})
  if (dossier.state !== null && stateEntry(dossier.state).final) return refused('dossier-ended', { kind, state: dossier.state })
  if (statesAfter(dossier.state, kind).length === 0) return refused('not-allowed-in-state', { kind, state: dossier.state ?? 0 })
  return policyRefusal(dossier, kind) ?? dataRefusal(dossier, step)
}

function dataRefusal(dossier: LifeCycle, step: Step): StepRefused | null {
  switch (step.kind) {
    case 'refuse':
    case 'stop':
    case 'request-payment':
      return step.reason.trim() === '' ? refused('reason-required', { kind: step.kind }) : null
    case 'request-supplement': {
      if (step.documents.length === 0) return refused('supplement-without-documents', {})
      if (step.note.trim() === '') return refused('reason-required', { kind: step.kind })
      const stranger = step.documents.find((id) => !dossier.documents.includes(id))
      return stranger === undefined ? null : refused('document-not-in-list', { documentId: stranger })
    }
    case 'supplement-answered':
      return sameSet(step.documents, dossier.supplement?.documents ?? []) ? null
        : refused('supplement-documents-differ', { expected: (dossier.supplement?.documents ?? []).join(', '), received: [...new Set(step.documents)].join(', ') })
    case 'finish':
      return step.resultFiles.length === 0 ? refused('result-required', {}) : null
    default:
      return null
  }
}

/** The clock follows the state: it starts on reception, stops in 5 and 6, goes on after them, and ends once. */
function clockChange(dossier: LifeCycle, state: DossierState, at: string): Partial<LifeCycle> {
  const clock = stateEntry(state).clock
  if (clock === 'stopped') return dossier.receivedAt !== null && dossier.stoppedAt === null ? { stoppedAt: at } : {}
  return clock === 'ended' ? { stoppedAt: null, endedAt: dossier.endedAt ?? at } : { stoppedAt: null }
}

/** The due time when this step sets one: on reception, and when the clock goes on after a stop. */
function dueAfter(dossier: LifeCycle, step: Step, state: DossierState, deadline: DeadlinePolicy | undefined): Due | null {
  if (!deadline) return null
  if (step.kind === 'receive') return computeDue(deadline.timeLimit, step.at, deadline.calendar, deadline)
  if (dossier.stoppedAt === null || dossier.dueAt === null || stateEntry(state).clock !== 'runs') return null
  return resumeDue(dossier.dueAt, { ...deadline, stoppedAt: dossier.stoppedAt, resumedAt: step.at })
}

function recorded(dossier: LifeCycle, step: Step): Partial<LifeCycle> {
  switch (step.kind) {
    case 'submitted':
      return { submittedAt: step.at }
    case 'receive':
      return { receivedAt: step.at }
    case 'request-supplement':
      return {
        supplementRequests: dossier.supplementRequests + 1,
        supplement: { documents: [...new Set(step.documents)], note: step.note, requestedAt: step.at, answeredAt: null, beforeReception: dossier.receivedAt === null },
      }
    case 'supplement-answered':
      return dossier.supplement ? { supplement: { ...dossier.supplement, answeredAt: step.at } } : {}
    case 'finish':
      return { resultFiles: [...step.resultFiles] }
    default:
      return {}
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a)
  const right = new Set(b)
  return left.size === right.size && [...left].every((id) => right.has(id))
}

function refused(code: StepRefusal, params: StepRefused['params']): StepRefused {
  return { ok: false, code, params, message: REFUSAL_WORDS[code] }
}
