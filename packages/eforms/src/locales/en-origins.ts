import type { AreaLike } from './ui-strings.ts'
import type { viOrigins } from './vi-origins.ts'

/** Words for where an answer comes from that the person did not type, English. */
export const enOrigins: AreaLike<typeof viOrigins> = {
  originIdentity: 'From your identity account.',
  originPopulation: 'From the National Population Database.',
  originCard: 'Read from the QR code of the identity card; not verified. Look it over.',
  originDossier: 'From an earlier dossier of yours. See whether it still holds.',
  originDossierOn: 'From your earlier dossier of {day}. See whether it still holds.',
  originDerived: 'From another answer of yours.',
  originLocked: 'It cannot be changed here.',
  originReplaced: 'In place of “{typed}”, which you had entered.',
}
