import * as z from 'zod'

const requestSchema = z.object({ id: z.string(), qrPayload: z.string(), reference: z.string(), amountVnd: z.int(), state: z.string() })
export type OpenPayment = z.infer<typeof requestSchema>

/**
 * Payment requests that pages have shown lately. A telephone would scan the code from the screen; on one machine the
 * bank's page offers the codes that the gateway has just handed out instead. It decides nothing.
 */
export class OpenPayments {
  readonly #byId = new Map<string, OpenPayment>()

  /** Looks at an answer of the gateway on its way to the page. */
  notice(body: unknown): void {
    const parsed = requestSchema.safeParse(body)
    if (!parsed.success) return
    const { id, state } = parsed.data
    this.#byId.delete(id)
    if (state === 'pending' || state === 'partial') this.#byId.set(id, parsed.data)
    const [oldest] = this.#byId.keys()
    if (this.#byId.size > 20 && oldest !== undefined) this.#byId.delete(oldest)
  }

  list(): OpenPayment[] { return [...this.#byId.values()].reverse() }
}
