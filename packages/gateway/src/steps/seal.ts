import type { StepStatement } from '@motcua/dossier/step-log'
import { CompactSign } from 'jose'
import type { SystemSealConfig } from '../config.ts'
import { GatewayConfigError } from '../errors.ts'

/** Seals what the system did. It is another key than any officer's, and says so in its header. */
export interface SystemSeal {
  /** Compact JWS of a statement. */
  sign(statement: StepStatement): Promise<string>
}

export function createSystemSeal(config: SystemSealConfig): SystemSeal {
  const alg = { ECDSA: 'ES256', 'RSASSA-PKCS1-v1_5': 'RS256', 'RSA-PSS': 'PS256' }[config.privateKey.algorithm.name]
  if (alg === undefined) throw new GatewayConfigError([`systemSeal.privateKey: expected an ECDSA P-256, RSA PKCS#1 or RSA-PSS key, got ${config.privateKey.algorithm.name}`])
  const x5c = [Buffer.from(config.certificate).toString('base64')]
  return {
    sign: (statement) => new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
      .setProtectedHeader({ alg, typ: 'motcua-step+jws', x5c }).sign(config.privateKey),
  }
}
