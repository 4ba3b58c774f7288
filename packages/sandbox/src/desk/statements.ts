import type { StepStatement } from '@motcua/dossier/step-log'
import { signStatement } from '@motcua/signatures/manifest'
import type { DossierManifest, Signer } from '@motcua/signatures/manifest'
import type { OfficerDossier, ResultFile } from './gateway-client.ts'
import type { DeskOfficer } from './work.ts'

/** One step of an officer, as a compact JWS with the officer's key. */
export async function signDeskStep(signer: Signer, statement: StepStatement): Promise<string> {
  const { by, data, ...rest } = statement
  return signStatement({ ...rest, by: { ...by }, ...(data === undefined ? {} : { data }) }, { signer, typ: 'motcua-step+jwt', at: new Date(statement.at) })
}

export interface DeskManifestOptions {
  dossier: OfficerDossier
  results: readonly ResultFile[]
  officer: DeskOfficer
  at: Date
}

/** The manifest that closes a dossier with exactly these files. */
export async function signDeskManifest(signer: Signer, { dossier, results, officer, at }: DeskManifestOptions): Promise<string> {
  const manifest: DossierManifest = {
    dossier: dossier.code,
    procedure: dossier.procedureCode,
    outcome: 'positive',
    files: results.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    issuer: officer.agencyCode,
    closedBy: officer.staffId,
    iat: Math.floor(at.getTime() / 1000),
    prev: dossier.lastStepHash,
  }
  return signStatement(manifest, { signer, typ: 'motcua-manifest+jwt', at })
}
