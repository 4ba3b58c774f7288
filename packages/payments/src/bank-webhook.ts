import { PaymentConfigError } from './errors.ts'
import { verifyBody } from './bank-webhook.signature.ts'
import { FAILURE_BODY, readNotification, SIGNATURE_HEADER, SUCCESS_BODY, TIMESTAMP_HEADER } from './bank-webhook.wire.ts'
import { buildVietQr } from './vietqr/build.ts'
import type { NotificationHeaders, NotificationOutcome, NotificationReply, PaymentInstruction, PaymentOrder, PaymentProvider, VerifiedNotification } from './provider.ts'

export interface BankWebhookOptions {
  /** Secret shared with the bank's notification service, at least 8 characters. Keep it on the server. */
  secret: string
  /** Provider id, part of the notification URL. @default 'bank-webhook' */
  id?: string
  /** Oldest and newest timestamp believed, seconds either side of now; guards against replay. @default 300 */
  toleranceSeconds?: number
  /** Clock. @default () => new Date() */
  now?: () => Date
}

const OPTION_NAMES = ['secret', 'id', 'toleranceSeconds', 'now']
const MIN_SECRET_LENGTH = 8
const MAX_TOLERANCE_SECONDS = 3600

/**
 * Payment by VietQR to the commune's own account, told by signed bank notifications (SePay shape, HMAC-SHA-256 over timestamp and raw body).
 * Server only. The tolerance cannot be switched off and there is no unsigned mode.
 *
 * @throws {PaymentConfigError} at construction when the secret is missing, short or has white space round it, or an option is unknown.
 *
 * @example
 * const bank = createBankWebhook({ secret: config.bankSecret })
 * const notification = await bank.verifyNotification(await request.text(), request.headers)
 * if (notification.kind === 'transfer') record(notification)
 */
export function createBankWebhook(options: BankWebhookOptions): PaymentProvider {
  const { secret, id = 'bank-webhook', toleranceSeconds = 300, now = () => new Date() } = options
  checkOptions(options, toleranceSeconds)

  return {
    id,
    async createRequest(order: PaymentOrder): Promise<PaymentInstruction> {
      const { account, amountVnd, reference } = order
      const qrPayload = buildVietQr({ bin: account.bin, account: account.number, amountVnd, purpose: reference })
      return { kind: 'transfer', provider: id, amountVnd, currency: 'VND', account: { ...account }, reference, qrPayload }
    },

    async verifyNotification(rawBody, headers): Promise<VerifiedNotification> {
      const signature = header(headers, SIGNATURE_HEADER)
      if (signature === null) return { kind: 'rejected', code: 'missingSignature' }
      const timestamp = header(headers, TIMESTAMP_HEADER)
      if (timestamp === null || !/^[1-9][0-9]{0,11}$/.test(timestamp)) return { kind: 'rejected', code: 'missingTimestamp' }
      // Signature first: what is not signed tells nothing, not even that it is late.
      if (!(await verifyBody(secret, timestamp, rawBody, signature))) return { kind: 'rejected', code: 'badSignature' }
      if (Math.abs(now().getTime() - Number(timestamp) * 1000) > toleranceSeconds * 1000) return { kind: 'rejected', code: 'staleTimestamp' }
      const read = readNotification(decode(rawBody))
      if (read.kind === 'incoming') return { kind: 'transfer', ...read.transfer }
      return read.kind === 'outgoing' ? { kind: 'ignored', code: 'outgoing' } : read
    },

    reply(outcome: NotificationOutcome): NotificationReply {
      const headers = { 'content-type': 'application/json' }
      if (outcome.kind === 'rejected') return { status: 401, headers, body: FAILURE_BODY }
      return outcome.kind === 'failed' ? { status: 503, headers, body: FAILURE_BODY } : { status: 200, headers, body: SUCCESS_BODY }
    },
  }
}

function checkOptions(options: BankWebhookOptions, toleranceSeconds: number): void {
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.includes(name))
  if (unknown !== undefined) throw new PaymentConfigError(`Unknown option ${JSON.stringify(unknown)}; known are ${OPTION_NAMES.join(', ')}`)
  const secret: unknown = options.secret
  if (typeof secret !== 'string' || secret.trim() === '') throw new PaymentConfigError('The secret of the bank notifications is missing: set it, there is no unsigned mode')
  if (secret.trim() !== secret) throw new PaymentConfigError('The secret of the bank notifications has white space round it: it was probably pasted so')
  if (secret.length < MIN_SECRET_LENGTH) throw new PaymentConfigError(`The secret of the bank notifications needs ${MIN_SECRET_LENGTH} characters or more`)
  if (!Number.isFinite(toleranceSeconds) || toleranceSeconds <= 0 || toleranceSeconds > MAX_TOLERANCE_SECONDS) {
    throw new PaymentConfigError(`toleranceSeconds must lie between 1 and ${MAX_TOLERANCE_SECONDS}: it is what stops replays`)
  }
}

function header(headers: NotificationHeaders, name: string): string | null {
  // By shape, not instanceof: a framework may bring its own Headers class.
  if (typeof headers.get === 'function') return headers.get(name)
  const wanted = name.toLowerCase()
  const values = Object.entries(headers).filter(([key]) => key.toLowerCase() === wanted).flatMap(([, value]) => value ?? [])
  // Two signatures are no signature: which one would count is a matter of luck.
  return values.length === 1 ? values[0] ?? null : null
}

function decode(rawBody: Uint8Array | string): string {
  return typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)
}
