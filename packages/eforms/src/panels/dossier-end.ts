import type { Dossier } from '../services/contract.ts'

/** Ended without a result: not accepted, withdrawn or stopped. Nothing more is asked of the citizen, neither papers nor money. */
export function endedEarly({ state }: Dossier): boolean { return state === 3 || state === 7 || state === 8 }

/** What is still to be paid, in dong; 0 when nothing is. */
export function owedVnd({ fee, payment }: Dossier): number {
  return fee.state === 'owed' || fee.state === 'partial' ? Math.max(0, fee.amountVnd - (payment?.paidVnd ?? 0)) : 0
}
