import { createTestAuthority, restoreTestAuthority, restoreTestIdentity } from '@motcua/signatures/testing'
import type { TestAuthority, TestIdentity } from '@motcua/signatures/testing'
import type { StateDir } from './state-dir.ts'

/** Keys and certificates of the sandbox, all under one test root. */
export interface Identities {
  authority: TestAuthority
  /** Signs steps, manifests and results of the commune; its key is held by the remote signing service. */
  officer: TestIdentity
  /** Seals what the gateway did by itself. */
  systemSeal: TestIdentity
}

const FILE = 'identities.json'

/** The identities kept in the state folder, made at the first start so that results of earlier runs still verify. */
export async function keptIdentities(state: StateDir, options: { officerName: string; organisation: string; now: Date }): Promise<Identities> {
  const kept = await state.read(FILE)
  if (kept !== undefined) {
    // Written by this very function; a file that does not fit makes the start fail, and --fresh makes a new one.
    const json: KeptIdentities = JSON.parse(kept)
    return {
      authority: await restoreTestAuthority(json.authority),
      officer: await restoreTestIdentity(json.officer),
      systemSeal: await restoreTestIdentity(json.systemSeal),
    }
  }
  const { officerName, organisation, now } = options
  const authority = await createTestAuthority({ name: 'Một Cửa Kit Sandbox', now })
  // RSA, as the remote signing services sign: they take a digest and give a plain PKCS #1 signature.
  const officer = await authority.issue({ commonName: officerName, organisation, kind: 'rsa' })
  const systemSeal = await authority.issue({ commonName: 'Dấu hệ thống (bản chạy thử)', organisation })
  const json: KeptIdentities = { authority: authority.toJSON(), officer: officer.toJSON(), systemSeal: systemSeal.toJSON() }
  await state.write(FILE, JSON.stringify(json))
  return { authority, officer, systemSeal }
}

interface KeptIdentities {
  authority: ReturnType<TestAuthority['toJSON']>
  officer: ReturnType<TestIdentity['toJSON']>
  systemSeal: ReturnType<TestIdentity['toJSON']>
}

/** Private key of an identity as PKCS #8 PEM, the form in which the signing service keeps it. */
export function privateKeyPem(identity: TestIdentity): string {
  const lines = identity.toJSON().privateKeyPkcs8.match(/.{1,64}/g) ?? []
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n')
}
