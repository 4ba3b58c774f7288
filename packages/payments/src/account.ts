/**
 * Receiving account (tài khoản thụ hưởng) of a commune, often one per procedure. It must come from the operator's configuration on the
 * server, never from a page, a form or a QR code that was sent in: a swapped account is stolen money.
 */
export interface ReceivingAccount {
  /** Acquirer number of the bank, 6 digits. */
  bin: string
  /** Name of the bank as people know it. */
  bankName: string
  /** Account number, 1 to 19 letters and digits. */
  number: string
  /** Holder as the bank shows it: capitals without diacritics. */
  holder: string
}
