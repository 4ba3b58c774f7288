import type { JsonObject } from '@motcua/core/json'
import type { StepStatement } from '@motcua/dossier/step-log'
import { signStatement, type SignatureAlgorithm } from '@motcua/signatures/manifest'
import type { SystemSealConfig } from '../config.ts'
import { GatewayConfigError } from '../errors.ts'

/** Seals what the system did. Its key is not an officer's, and the certificate says so. */
export interface SystemSeal {
  /** Compact JWS of a statement. */
  sign(statement: StepStatement): Promise<string>
  /** Compact JWS of a piece of evidence: what the system saw done to a result. */
  evidence(payload: JsonObject, typ: 'motcua-evidence+jwt'): Promise<string>
}

const ALGORITHMS: Readonly<Record<string, SignatureAlgorithm>> = { ECDSA: 'ES256', 'RSASSA-PKCS1-v1_5': 'RS256', 'RSA-PSS': 'PS256' }

export function createSystemSeal({ privateKey, certificate }: SystemSealConfig, clock: () => Date): SystemSeal {
  const algorithm = ALGORITHMS[privateKey.algorithm.name]
  if (algorithm === undefined) throw new GatewayConfigError([`systemSeal.privateKey: expected an ECDSA P-256, RSA PKCS#1 or RSA-PSS key, got ${privateKey.algorithm.name}`])
  return {
    sign: (statement) => signStatement({ ...statement, by: { ...statement.by } }, { signer: { privateKey, certificate, algorithm }, typ: 'motcua-step+jwt', at: clock() }),
    evidence: (payload, typ) => signStatement(payload, { signer: { privateKey, certificate, algorithm }, typ, at: clock() }),
  }
}
