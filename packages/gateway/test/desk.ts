import type { JsonObject } from '@motcua/core/json'
import { statesAfter, type DossierState, type StepKind } from '@motcua/dossier'
import { signStatement } from '@motcua/signatures/manifest'
import { createKeySigner, signPdf } from '@motcua/signatures/sign'
import { minimalPdf, type TestIdentity } from '@motcua/signatures/testing'
import type { Answer, Api, World } from './world.ts'

export interface StepChange { prev?: string; dossier?: string; at?: string; state?: DossierState; role?: 'officer' | 'citizen'; agencyCode?: string }

/** Signs a step as an officer's key would, over the dossier as it stands. */
export async function signStep(world: World, dossier: Answer['body'], kind: StepKind, data?: JsonObject, change: StepChange & { signer?: TestIdentity } = {}): Promise<string> {
  const { signer = world.officer, role = 'officer', agencyCode = 'H01.02', ...rest } = change
  const statement = {
    dossier: dossier.code, kind, at: new Date(world.time.now).toISOString(), by: { role, name: 'Trần Văn Minh', agencyCode },
    state: statesAfter(dossier.state, kind)[0] ?? 1, prev: dossier.lastStepHash, ...(data === undefined ? {} : { data }), ...rest,
  }
  return signStatement(statement, { signer: createKeySigner(signer), typ: 'motcua-step+jwt', at: new Date(world.time.now) })
}

/** One signed step through the gateway. */
export async function step(world: World, officer: Api, code: string, kind: StepKind, data?: JsonObject, change?: StepChange & { signer?: TestIdentity }): Promise<Answer> {
  const { body } = await officer.get(`/v1/officer/dossiers/${code}`)
  return officer.post(`/v1/officer/dossiers/${code}/steps`, { step: await signStep(world, body, kind, data, change) })
}

/** A result PDF bound to a dossier and signed. */
export async function signedResult(world: World, code: string, options: { text?: string; signer?: TestIdentity } = {}): Promise<Uint8Array> {
  const pdf = minimalPdf({ binding: { dossierCode: code, procedureCode: '2.000635', agencyCode: 'H01.02' }, text: options.text ?? code })
  return signPdf(pdf, createKeySigner(options.signer ?? world.officer), { signedAt: new Date(world.time.now) })
}

export async function uploadResult(officer: Api, code: string, pdf: Uint8Array): Promise<Answer> {
  const response = await officer.send(`/v1/officer/dossiers/${code}/results`, { method: 'POST', headers: { 'Content-Type': 'application/pdf' }, body: pdf as BodyInit })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The finishing step with a manifest over the given results. */
export async function finish(world: World, officer: Api, code: string, results: ReadonlyArray<Answer['body']>, options: { dossier?: string; signer?: TestIdentity } = {}): Promise<Answer> {
  const { body } = await officer.get(`/v1/officer/dossiers/${code}`)
  const manifest = await signStatement({
    dossier: options.dossier ?? code, procedure: '2.000635', outcome: 'positive', issuer: 'H01.02', closedBy: 'CB-01', iat: Math.floor(world.time.now / 1000), prev: body.lastStepHash,
    files: results.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
  }, { signer: createKeySigner(options.signer ?? world.officer), typ: 'motcua-manifest+jwt', at: new Date(world.time.now) })
  return officer.post(`/v1/officer/dossiers/${code}/steps`, { step: await signStep(world, body, 'finish', { resultFiles: results.map(({ sha256 }) => sha256) }), manifest })
}
