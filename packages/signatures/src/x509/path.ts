import { equalBytes } from '../bytes.ts'
import { isWeakKey, readPublicKey, readSignatureScheme, verifySignature } from './signature-algorithm.ts'
import type { Certificate } from './certificate.ts'
import type { ReasonCode } from '../reasons.ts'

/** Key purposes a document signature may have; a certificate without the extension may sign. */
const SIGNING_PURPOSES: ReadonlySet<string> = new Set([
  '2.5.29.37.0', // anyExtendedKeyUsage
  '1.3.6.1.5.5.7.3.2', // clientAuth: what Vietnamese person certificates carry
  '1.3.6.1.5.5.7.3.4', // emailProtection
  '1.3.6.1.5.5.7.3.36', // documentSigning, RFC 9336
  '1.3.6.1.4.1.311.10.3.12', // Microsoft document signing
  '1.2.840.113583.1.1.5', // Adobe authentic documents
])

const MAX_PATH = 8
const MAX_CHECKS = 256

export interface PathVerdict {
  reasons: ReadonlySet<ReasonCode>
  /** Leaf first, anchor last; empty when there is none. */
  path: readonly Certificate[]
}

/**
 * Looks for a path from the leaf to one of the caller's anchors (RFC 5280 § 6, without policies and name constraints) and judges it at a moment.
 * Of several paths the first without an objection wins; otherwise the objections of the first one found are told.
 */
export async function findPath(leaf: Certificate, pool: readonly Certificate[], anchors: readonly Certificate[], at: Date): Promise<PathVerdict> {
  const leafReasons = judgeLeaf(leaf, at)
  const budget = { left: MAX_CHECKS }
  let best: { reasons: Set<ReasonCode>; path: Certificate[] } | undefined
  for await (const path of paths([leaf], pool, anchors, budget)) {
    const reasons = new Set([...leafReasons, ...path.slice(1).flatMap((authority, index) => judgeAuthority(authority, index, at)), ...path.slice(0, -1).flatMap(judgeAlgorithm)])
    best ??= { reasons, path }
    if (reasons.size === 0) return { reasons, path }
  }
  if (best) return best
  const missing: ReasonCode = budget.left < 0 ? 'LOOP_LIMIT' : equalBytes(leaf.issuer, leaf.subject) ? 'SELF_SIGNED' : 'NO_PATH'
  return { reasons: new Set([...leafReasons, ...judgeAlgorithm(leaf), missing]), path: [] }
}

/** Every chain of verified signatures that ends in an anchor. The leaf itself never counts as an anchor. */
async function* paths(chain: readonly Certificate[], pool: readonly Certificate[], anchors: readonly Certificate[], budget: { left: number }): AsyncGenerator<Certificate[]> {
  const tip = chain.at(-1)
  if (!tip || chain.length > MAX_PATH) return
  for (const anchor of anchors) {
    if (!chain.includes(anchor) && (await isIssuedBy(tip, anchor, budget))) yield [...chain, anchor]
  }
  for (const candidate of pool) {
    if (chain.some((member) => equalBytes(member.der, candidate.der))) continue
    if (await isIssuedBy(tip, candidate, budget)) yield* paths([...chain, candidate], pool, anchors, budget)
  }
}

/** Name and signature agree. */
export async function isIssuedBy(certificate: Certificate, issuer: Certificate, budget: { left: number }): Promise<boolean> {
  if (!equalBytes(certificate.issuer, issuer.subject) || --budget.left < 0) return false
  const scheme = readSignatureScheme(certificate.signatureAlgorithm)
  return typeof scheme !== 'string' && verifySignature(issuer.spki, scheme, certificate.signature, certificate.tbs)
}

function judgeValidity({ notBefore, notAfter }: Certificate, at: Date): ReasonCode[] {
  return at < notBefore ? ['NOT_YET'] : at > notAfter ? ['EXPIRED'] : []
}

function judgeLeaf(leaf: Certificate, at: Date): ReasonCode[] {
  const reasons = judgeValidity(leaf, at)
  if (leaf.hasUnknownCriticalExtension) reasons.push('CRITICAL_EXTENSION')
  if (leaf.keyUsage && !leaf.keyUsage.includes('digitalSignature') && !leaf.keyUsage.includes('nonRepudiation')) reasons.push('KEY_USAGE')
  if (leaf.isAuthority) reasons.push('KEY_USAGE')
  if (leaf.extendedKeyUsage && !leaf.extendedKeyUsage.some((purpose) => SIGNING_PURPOSES.has(purpose))) reasons.push('EKU')
  return reasons
}

/** `below` counts the authorities between this one and the leaf. */
function judgeAuthority(authority: Certificate, below: number, at: Date): ReasonCode[] {
  const reasons = judgeValidity(authority, at)
  if (!authority.isAuthority) reasons.push('NOT_CA')
  if (authority.pathLength !== undefined && below > authority.pathLength) reasons.push('PATHLEN')
  if (authority.keyUsage && !authority.keyUsage.includes('keyCertSign')) reasons.push('KEY_USAGE')
  if (authority.hasUnknownCriticalExtension) reasons.push('CRITICAL_EXTENSION')
  if (isWeakKey(readPublicKey(authority.spki))) reasons.push('ALG_WEAK')
  return reasons
}

function judgeAlgorithm(certificate: Certificate): ReasonCode[] {
  const scheme = readSignatureScheme(certificate.signatureAlgorithm)
  return scheme === 'weak' ? ['ALG_WEAK'] : typeof scheme === 'string' ? ['ALG_UNSUPPORTED'] : []
}
