import type { PaymentRequest } from './contract.ts'
import { PortalTimeoutError, PortalUnreachableError } from './errors.ts'
import type { CallOptions } from './transport.ts'

export interface WaitForPaymentOptions {
  /** Ends the waiting; the iteration rejects with the signal's reason. */
  signal?: AbortSignal
  /** Pause between two questions, in milliseconds. @default 3_000 */
  intervalMs?: number
}

const OPEN: ReadonlyArray<PaymentRequest['state']> = ['pending', 'partial']

/** Asks until the payment is settled or expired. A link that comes and goes does not end it; a refusal does. */
export async function* waitForPayment(ask: (call: CallOptions) => Promise<PaymentRequest>, options: WaitForPaymentOptions = {}): AsyncGenerator<PaymentRequest, void, undefined> {
  const { signal, intervalMs = 3_000 } = options
  let last = ''
  for (;;) {
    const asked = await askOnce(ask, signal)
    if (asked.request) {
      const { request } = asked
      const seen = `${request.state} ${request.paidVnd ?? 0} ${request.receipt?.number ?? ''}`
      if (seen !== last) yield request
      last = seen
      if (!OPEN.includes(request.state)) return
    }
    await pause(Math.max(intervalMs, (asked.retryAfterSeconds ?? 0) * 1_000), signal)
  }
}

async function askOnce(ask: (call: CallOptions) => Promise<PaymentRequest>, signal: AbortSignal | undefined): Promise<{ request?: PaymentRequest; retryAfterSeconds?: number }> {
  try {
    return { request: await ask(signal ? { signal } : {}) }
  } catch (error) {
    if (error instanceof PortalTimeoutError) return {}
    if (!(error instanceof PortalUnreachableError)) throw error
    return error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }
  }
}

/** Resolves after a while; rejects with the signal's reason as soon as it is aborted. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) { reject(signal.reason); return }
    const abort = () => { clearTimeout(timer); reject(signal?.reason) }
    const timer = setTimeout(() => { signal?.removeEventListener('abort', abort); resolve() }, ms)
    signal?.addEventListener('abort', abort, { once: true })
  })
}
