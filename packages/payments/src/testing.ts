import { signBody } from './bank-webhook.signature.ts'
import { SIGNATURE_HEADER, TIMESTAMP_HEADER, writeNotification } from './bank-webhook.wire.ts'
import type { Transfer } from './provider.ts'

export interface SignBankNotificationOptions {
  /** The secret the receiving provider was configured with. */
  secret: string
  transfer: Transfer
  /** When the notification is sent. */
  at: Date
  /** @default 'in' */
  direction?: 'in' | 'out'
  /** Short name of the bank. @default 'SimulatedBank' */
  bankName?: string
}

/** A notification ready to be posted: send the body exactly as it is. */
export interface SignedBankNotification {
  body: string
  headers: Record<string, string>
}

/**
 * Signs a bank notification as a bank would, for simulated banks and tests.
 *
 * @example
 * const { body, headers } = await signBankNotification({ secret, transfer, at: new Date() })
 * await fetch(url, { method: 'POST', body, headers })
 */
export async function signBankNotification(options: SignBankNotificationOptions): Promise<SignedBankNotification> {
  const { secret, transfer, at, direction = 'in', bankName = 'SimulatedBank' } = options
  const body = writeNotification(transfer, { direction, bankName })
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = await signBody(secret, timestamp, body)
  return { body, headers: { 'content-type': 'application/json', [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signature } }
}
