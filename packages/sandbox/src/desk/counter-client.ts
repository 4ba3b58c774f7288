import * as z from 'zod'
import type { DeskGatewayClient } from './gateway-client.ts'

const text = z.object({ vi: z.string() })
const counterSchema = z.object({ id: z.string(), name: text })
const ticketSchema = z.object({
  code: z.string(), ticket: z.string(), kind: z.enum(['booked', 'walk-in']), procedureName: text.nullable(), name: z.string().nullable(), time: z.string().nullable(),
  counter: counterSchema.nullable(), state: z.string(), priority: z.string().nullable(), calls: z.int(), allowed: z.array(z.string()),
})
const queueSchema = z.object({ commune: z.string(), date: z.string(), counters: z.array(counterSchema), priorityGroups: z.array(counterSchema), waiting: z.array(z.string()), tickets: z.array(ticketSchema) })
const communeSchema = z.object({ endings: z.record(z.string(), z.string()) })
const indexSchema = z.object({ definitions: z.array(z.object({ slug: z.string(), name: text })) })

export type Ticket = z.infer<typeof ticketSchema>
export type Queue = z.infer<typeof queueSchema>
export interface Matter { slug: string; name: string }

/** What the counters ask of the gateway, with the officer's own bearer. */
export class CounterClient {
  readonly #client: DeskGatewayClient
  constructor(client: DeskGatewayClient) { this.#client = client }

  async queue(token: string): Promise<Queue> { return queueSchema.parse(await this.#client.ask('GET', '/v1/officer/queue', token)) }

  async callNext(token: string, counter: string): Promise<Ticket> { return this.#write(`/v1/officer/counters/${encodeURIComponent(counter)}/next`, token) }

  async giveTicket(token: string, wish: { procedure?: string; priority?: string }): Promise<Ticket> { return this.#write('/v1/officer/tickets', token, wish) }

  async act(token: string, code: string, act: string, details: { counter?: string; priority?: string } = {}): Promise<Ticket> {
    return this.#write(`/v1/officer/tickets/${encodeURIComponent(code)}/${encodeURIComponent(act)}`, token, details)
  }

  /** Procedures for which people come to this office. */
  async matters(commune: string): Promise<Matter[]> {
    const { endings } = communeSchema.parse(await this.#client.ask('GET', `/v1/communes/${encodeURIComponent(commune)}`, undefined))
    const { definitions } = indexSchema.parse(await this.#client.ask('GET', '/definitions/index.json', undefined))
    return definitions.filter(({ slug }) => endings[slug] === 'book-and-appear').map(({ slug, name }) => ({ slug, name: name.vi }))
  }

  async #write(path: string, token: string, body: object = {}): Promise<Ticket> { return ticketSchema.parse(await this.#client.ask('POST', path, token, body)) }
}
