import type { RemoteSigner } from '@motcua/signatures/remote'

/**
 * What a person may do to a result with their key: sign it (ký), which also says that they approve it, or issue it (phát hành).
 * The result is signed by the competent person and issued by the clerk; approval, signing and issuing are three pieces of evidence
 * (Thông tư 03/2025 as reported; checked 2026-10, confidence C-C).
 */
export const SIGNING_ACTS = ['sign', 'issue'] as const
export type SigningAct = (typeof SIGNING_ACTS)[number]

/** Pieces of evidence, in their order. */
export const EVIDENCE_ACTS = ['approve', 'sign', 'issue'] as const
export type EvidenceAct = (typeof EVIDENCE_ACTS)[number]

/** The key of one officer, and what it may be used for here. */
export interface SigningRight { signer: RemoteSigner; acts: readonly SigningAct[] }

/** How results are signed with remote keys (ký số từ xa). */
export interface SigningConfig {
  /** The key of an officer; undefined for one who signs nothing. The secrets of the service stay in here. */
  signerOf(officer: { subject: string; agencyCode: string }): SigningRight | undefined
  /** Whether a signed result must also be issued by a clerk before it can be given out. @default 'required' */
  issuing?: 'required' | 'none'
  /** How long a request waits for the person to confirm, in seconds. @default 300 */
  confirmSeconds?: number
  /** Least time between two questions to the service about one request, in seconds. @default 2 */
  pollSeconds?: number
}

/** What is left out, filled in. */
export function signingTimes({ confirmSeconds = 300, pollSeconds = 2 }: Pick<SigningConfig, 'confirmSeconds' | 'pollSeconds'>): { confirmSeconds: number; pollSeconds: number } {
  return { confirmSeconds, pollSeconds }
}

/** What is wrong with the configuration, one sentence each. */
export function signingFaults(config: SigningConfig | undefined): string[] {
  if (config === undefined) return []
  const { confirmSeconds, pollSeconds } = signingTimes(config)
  return [
    ...(typeof config.signerOf === 'function' ? [] : ['signing.signerOf: expected a function from an officer to a key']),
    ...(Number.isFinite(confirmSeconds) && confirmSeconds >= 30 ? [] : ['signing.confirmSeconds: expected 30 or more']),
    ...(Number.isFinite(pollSeconds) && pollSeconds >= 0.1 ? [] : ['signing.pollSeconds: expected 0.1 or more']),
  ]
}
