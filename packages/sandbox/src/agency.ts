import type { AgencyConfig, AppointmentsConfig } from '@motcua/gateway'

/** Mỹ Thuận commune, province of An Giang (administrative units in force since 2025-07-01). */
export const COMMUNE_CODE = '30838'

/**
 * Agency code of the sandbox. H99 is no province: which level-1 codes stand for the provinces merged in 2025 is UNKNOWN,
 * and a trial dossier must not carry a code that could be real.
 */
export const AGENCY_CODE = 'H99.30.38'

export const AGENCY_NAME = 'Ủy ban nhân dân xã Mỹ Thuận'

/** Account of the simulated bank. 970499 belongs to no bank, so that a real banking app refuses the code if somebody scans it. */
export const RECEIVING_ACCOUNT = {
  bin: '970499',
  bankName: 'Ngân hàng mô phỏng',
  number: '30838000001',
  holder: 'UBND XA MY THUAN (CHAY THU)',
} as const

/** Sample facts of the commune; the page says that they are samples. */
export const DESK = {
  address: 'Trung tâm Phục vụ hành chính công xã Mỹ Thuận, xã Mỹ Thuận, tỉnh An Giang',
  phone: '0297 000 0000',
  hours: 'Thứ Hai đến thứ Sáu, 7 giờ – 11 giờ và 13 giờ – 17 giờ',
} as const

/** Procedures whose acts need the person to be there. */
const BOOKED = ['certified-copy', 'signature-certification', 'marriage-registration', 'parent-child-recognition']

/** How the sample office receives people: choices of an operator, none of them law. */
const APPOINTMENTS: AppointmentsConfig = {
  counters: [
    { id: '1', name: { vi: 'Quầy 1', en: 'Counter 1' }, procedures: ['certified-copy', 'signature-certification'] },
    { id: '2', name: { vi: 'Quầy 2', en: 'Counter 2' }, procedures: ['marriage-registration', 'parent-child-recognition'] },
  ],
  openings: [{ from: '07:00', to: '11:00' }, { from: '13:00', to: '17:00' }],
  slotMinutes: 30,
  daysAhead: 30,
}

/** The operator's configuration of the one agency of the sandbox. */
export function agencyConfig(options: { signerCertificates: Uint8Array[]; officerSubjects: string[] }): AgencyConfig {
  return {
    agencyCode: AGENCY_CODE,
    communeCode: COMMUNE_CODE,
    name: AGENCY_NAME,
    desk: { ...DESK },
    endings: { 'extract-copy': 'submit', 'birth-registration': 'hand-off', ...Object.fromEntries(BOOKED.map((slug) => [slug, 'book-and-appear' as const])) },
    appointments: APPOINTMENTS,
    receivingAccounts: { default: { ...RECEIVING_ACCOUNT } },
    ...options,
  }
}
