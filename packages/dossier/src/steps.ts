import type { DossierState } from './states.ts'

/** Everything that may happen to a dossier, one word each. They are the `kind` of a step in the portal contract. */
export const STEP_KINDS = [
  'submitted', 'paid', 'receive', 'refuse', 'request-supplement', 'supplement-answered',
  'process', 'request-payment', 'stop', 'finish', 'return', 'withdrawn',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Who acts: the applicant, an officer with a signature of their own, or the system with its seal. */
export const STEP_ROLES = ['citizen', 'officer', 'system'] as const
export type StepRole = (typeof STEP_ROLES)[number]

/** Who may do each step. Money is only ever recorded by the system, after it has verified the notification. */
export const STEP_ACTORS: Readonly<Record<StepKind, readonly StepRole[]>> = {
  submitted: ['citizen'],
  paid: ['system'],
  receive: ['officer'],
  refuse: ['officer'],
  'request-supplement': ['officer'],
  'supplement-answered': ['citizen'],
  process: ['officer'],
  'request-payment': ['officer'],
  stop: ['officer'],
  finish: ['officer'],
  return: ['officer', 'system'],
  withdrawn: ['citizen'],
}

/** True for one of {@link STEP_KINDS}. */
export function isStepKind(value: unknown): value is StepKind {
  return STEP_KINDS.some((kind) => kind === value)
}

/** One step as the life cycle sees it. Times are ISO 8601 instants with offset. */
export type Step =
  | StepOf<'submitted' | 'paid' | 'receive' | 'process' | 'return'>
  | (StepOf<'refuse' | 'stop' | 'request-payment'> & { /** Shown to the applicant word for word. */ reason: string })
  | (StepOf<'withdrawn'> & { reason?: string })
  | (StepOf<'request-supplement'> & { /** Ids of the procedure's own check-list. */ documents: readonly string[]; note: string })
  | (StepOf<'supplement-answered'> & { /** Ids of the papers that were replaced. */ documents: readonly string[] })
  | (StepOf<'finish'> & { /** Hex SHA-256 of each result file, or of the signed notice when the answer is no. */ resultFiles: readonly string[] })

interface StepOf<Kind extends StepKind> {
  kind: Kind
  at: string
  by: { role: StepRole }
}

type From = DossierState | 'none'

// Suggested transitions of the state table (INFERRED, checked 2026-11). 9→4 exists only as an audited correction and is
// not offered; 5→2 is the reception of a dossier whose supplement was asked for before reception.
const TABLE: Readonly<Record<StepKind, Readonly<Partial<Record<From, readonly DossierState[]>>>>> = {
  submitted: { none: [1] },
  paid: { 1: [1], 2: [2], 4: [4], 5: [5], 6: [4], 9: [9] },
  receive: { 1: [2], 5: [2] },
  refuse: { 1: [3] },
  'request-supplement': { 1: [5], 4: [5] },
  // Asked before reception: the answer waits in 5 for the officer. Asked while processing: the work goes on.
  'supplement-answered': { 5: [4, 5] },
  process: { 2: [4] },
  'request-payment': { 4: [6] },
  stop: { 4: [8], 5: [8], 6: [8] },
  finish: { 4: [9], 6: [9] },
  return: { 9: [10] },
  withdrawn: { 1: [7], 4: [7], 5: [7] },
}

/**
 * States a step may lead to from a state; empty when the table does not allow the step there.
 *
 * @example
 * statesAfter(1, 'receive') // [2]
 * statesAfter(3, 'receive') // []
 */
export function statesAfter(from: DossierState | null, kind: StepKind): readonly DossierState[] {
  return TABLE[kind][from ?? 'none'] ?? []
}
