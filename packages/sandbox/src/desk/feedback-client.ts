import * as z from 'zod'
import type { DeskGatewayClient } from './gateway-client.ts'

const summarySchema = z.object({
  code: z.string(), kind: z.string(), state: z.string(), dossier: z.string().nullable(), receivedAt: z.string(), refuseBy: z.string().nullable(), askBy: z.string().nullable(),
  handleBy: z.string().nullable(), publishBy: z.string().nullable(), late: z.boolean(), actCount: z.int(),
})
const feedbackSchema = summarySchema.extend({
  sender: z.string(), allowedActs: z.array(z.string()),
  acts: z.array(z.object({ kind: z.string(), at: z.string(), by: z.object({ role: z.string(), name: z.string() }), words: z.string().optional() })),
})
const listSchema = z.object({ feedback: z.array(summarySchema) })

export type Summary = z.infer<typeof summarySchema>
export type Feedback = z.infer<typeof feedbackSchema>

/** What the desk asks of the gateway about complaints and suggestions, with the officer's own bearer. */
export class FeedbackClient {
  readonly #client: DeskGatewayClient
  constructor(client: DeskGatewayClient) { this.#client = client }

  async list(token: string): Promise<Summary[]> { return listSchema.parse(await this.#client.ask('GET', '/v1/officer/feedback', token)).feedback }

  async find(token: string, code: string): Promise<Feedback> { return feedbackSchema.parse(await this.#client.ask('GET', pathOf(code), token)) }

  async act(token: string, code: string, act: { kind: string; after: number; words?: string }): Promise<void> { await this.#client.ask('POST', `${pathOf(code)}/acts`, token, act) }
}

function pathOf(code: string): string { return `/v1/officer/feedback/${encodeURIComponent(code)}` }
