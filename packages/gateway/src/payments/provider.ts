/** Placeholder until the payments package lands. */
export interface PaymentProvider { readonly id: string }
