import { expectTypeOf } from 'vitest'
import { createBankWebhook } from './bank-webhook.ts'
import type { PaymentProvider, VerifiedNotification } from './provider.ts'

declare const provider: PaymentProvider
declare const notification: VerifiedNotification

// @ts-expect-error a parsed body is not what was signed
void provider.verifyNotification({ id: 1 }, {})

// @ts-expect-error a verdict is a union, never a boolean
export const paid: boolean = notification

// @ts-expect-error a rejected notification has no amount
notification.amountVnd satisfies number

if (notification.kind === 'transfer') expectTypeOf(notification.amountVnd).toEqualTypeOf<number>()
if (notification.kind === 'rejected') expectTypeOf(notification.code).toBeString()

// @ts-expect-error there is no provider without a secret
createBankWebhook({})
