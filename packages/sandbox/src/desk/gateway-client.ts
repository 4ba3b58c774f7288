import { createHash } from 'node:crypto'
import type { FormDefinition } from '@motcua/schemas/definition'
import { assembleDefinition } from '@motcua/schemas/served'
import * as z from 'zod'
import { SimulatorCallError } from '../errors.ts'

const text = z.object({ vi: z.string() })
const fileSchema = z.object({ uploadId: z.string(), documentId: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string() })
const resultSchema = z.object({ fileId: z.string(), name: z.string(), sha256: z.string(), bytes: z.number(), signedBy: z.string().optional(), signedAt: z.string().optional() })
const summarySchema = z.object({
  code: z.string(), slug: z.string(), procedureCode: z.string(), procedureName: text, state: z.int().min(1).max(10),
  submittedAt: z.string(), dueAt: z.string().nullish(), late: z.boolean().optional(),
})
const dossierSchema = summarySchema.extend({
  agencyName: z.string(),
  fee: z.object({ amountVnd: z.int(), state: z.string() }),
  steps: z.array(z.object({ kind: z.string(), at: z.string(), state: z.int(), by: z.object({ role: z.string(), name: z.string() }), note: z.string().optional(), sealed: z.string().optional() })),
  supplement: z.object({ documents: z.array(z.string()), note: z.string(), requestedAt: z.string(), answeredAt: z.string().optional() }).nullish(),
  results: z.array(resultSchema),
  attachments: z.array(fileSchema),
  lateReason: z.string().nullish(),
  definition: z.object({ slug: z.string(), effectiveFrom: z.string(), sha256: z.string() }).nullish(),
  answers: z.record(z.string(), z.unknown()),
  lastStepHash: z.string(),
  allowedSteps: z.array(z.string()),
  assistedBy: z.object({ kind: z.string(), mode: z.string(), reason: z.string().optional() }).optional(),
})
const slipSchema = z.object({ number: z.string(), receivedAt: z.string(), dueAt: z.string(), dueNote: z.string().optional(), receivedBy: z.string(), submitter: z.string(), documents: z.array(z.string()) })
const sessionSchema = z.object({ accessToken: z.string(), expiresAt: z.string(), displayName: z.string() })
const problemSchema = z.looseObject({
  type: z.string(), title: z.string(), detail: z.string().optional(), correlationId: z.string().optional(),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
})

export type DossierSummary = z.infer<typeof summarySchema>
export type OfficerDossier = z.infer<typeof dossierSchema>
export type ResultFile = z.infer<typeof resultSchema>
export type IntakeSlip = z.infer<typeof slipSchema>
export type GatewayProblem = z.infer<typeof problemSchema>

/** What the officer's desk asks of the gateway, over the portal contract and with the officer's own bearer. */
export class DeskGatewayClient {
  readonly #gateway: string
  readonly #fetch: typeof fetch

  constructor(gateway: string, fetchSite: typeof fetch) {
    this.#gateway = gateway
    this.#fetch = fetchSite
  }

  async createSession(code: string, codeVerifier: string): Promise<z.infer<typeof sessionSchema>> {
    return sessionSchema.parse(await this.#json('POST', '/v1/session', undefined, { code, codeVerifier }))
  }

  async endSession(token: string): Promise<void> { await this.#send('DELETE', '/v1/session', token) }

  /** Any call of the contract, for a page that reads the answer itself. */
  async ask(method: 'GET' | 'POST', path: string, token: string | undefined, body?: unknown): Promise<unknown> { return this.#json(method, path, token, body) }

  async list(token: string): Promise<DossierSummary[]> {
    return z.object({ dossiers: z.array(summarySchema) }).parse(await this.#json('GET', '/v1/officer/dossiers', token)).dossiers
  }

  async dossier(token: string, code: string): Promise<OfficerDossier> {
    return dossierSchema.parse(await this.#json('GET', this.#path(code), token))
  }

  async recordStep(token: string, code: string, step: string, manifest?: string): Promise<OfficerDossier> {
    return dossierSchema.parse(await this.#json('POST', `${this.#path(code)}/steps`, token, { step, ...(manifest === undefined ? {} : { manifest }) }))
  }

  async uploadResult(token: string, code: string, pdf: Uint8Array): Promise<ResultFile> {
    const response = await this.#send('POST', `${this.#path(code)}/results`, token, new Uint8Array(pdf), { 'content-type': 'application/pdf' })
    return resultSchema.parse(await response.json())
  }

  /** A result that nobody has signed yet. */
  async storeDraft(token: string, code: string, pdf: Uint8Array): Promise<void> {
    await this.#send('POST', `${this.#path(code)}/signing/drafts`, token, new Uint8Array(pdf), { 'content-type': 'application/pdf' })
  }

  async attachment(token: string, code: string, uploadId: string): Promise<Response> {
    return this.#send('GET', `${this.#path(code)}/attachments/${encodeURIComponent(uploadId)}`, token)
  }

  /** The intake slip of a received dossier, as the applicant has it. */
  async intakeSlip(token: string, code: string): Promise<IntakeSlip> {
    return slipSchema.parse(await this.#json('GET', `${this.#path(code)}/intake-slip`, token))
  }

  /** The form a dossier was filed with, put together from its parts. */
  async definition({ slug, effectiveFrom, sha256 }: { slug: string; effectiveFrom: string; sha256: string }): Promise<FormDefinition> {
    const text = await this.#checked(`/definitions/${slug}/${effectiveFrom}/${sha256}.json`, sha256)
    const { definition, learn } = await assembleDefinition({ text, readPart: async (part) => JSON.parse(await this.#checked(`/definitions/parts/${part.sha256}.json`, part.sha256)) })
    await learn()
    return definition
  }

  async #checked(path: string, sha256: string): Promise<string> {
    const bytes = Buffer.from(await (await this.#send('GET', path, undefined)).arrayBuffer())
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new SimulatorCallError('gateway', 502, { title: `The bytes of ${path} have another hash.` })
    return bytes.toString('utf8')
  }

  #path(code: string): string { return `/v1/officer/dossiers/${encodeURIComponent(code)}` }

  async #json(method: string, path: string, token: string | undefined, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    return (await this.#send(method, path, token, body === undefined ? undefined : JSON.stringify(body), headers)).json()
  }

  async #send(method: string, path: string, token: string | undefined, body?: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
    const response = await this.#fetch(this.#gateway + path, {
      method,
      headers: {
        ...headers,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
        'x-correlation-id': crypto.randomUUID(),
      },
      ...(body === undefined ? {} : { body }),
    })
    if (!response.ok) throw new SimulatorCallError('gateway', response.status, await response.json().catch(() => undefined))
    return response
  }
}

/** The problem document of a refused call, when the answer was one. */
export function problemOf(error: unknown): GatewayProblem | undefined {
  if (!(error instanceof SimulatorCallError)) return undefined
  const parsed = problemSchema.safeParse(error.problem)
  return parsed.success ? parsed.data : undefined
}
