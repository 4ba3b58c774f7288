import type { AreaLike } from './ui-strings.ts'
import type { viRefusal } from './vi-refusal.ts'

/** What a gateway says that does not take a dossier, English. */
export const enRefusal: AreaLike<typeof viRefusal> = {
  submitInvalid: 'The portal found something to correct. See the list below.',
  submitChanged: 'The form has just been updated. Your answers are all here; check them again and submit.',
  submitAlready: 'The dossier from your earlier press has been received. Look at your list of dossiers before you file a new one.',
  submitRefused: 'The portal did not accept the dossier: {reason}',
  'server:identityMismatch': '“{label}” does not match the identity account you signed in with. Enter it as on the identity card, or sign in with the requester’s account.',
  'server:populationMismatch': '“{label}” does not fit what the National Population Database has just said. Give it as it is there; if that is wrong, ask the police of the commune where you live.',
  'server:communeUnknown': 'The portal knows no commune, ward or special zone like the one chosen for “{label}”. Choose again from the list.',
  'server:communeNotInProvince': 'The place chosen for “{label}” is not in the chosen province or city. Choose one of the two again.',
}
