import type { AreaLike } from './ui-strings.ts'
import type { viShared } from './vi-shared.ts'

/** Words of a machine that many people use, English. */
export const enShared: AreaLike<typeof viShared> = {
  sharedIdle: 'Nobody has pressed or typed for a while. This page will delete what was entered in {seconds} seconds.',
  sharedLeft: '{seconds} seconds left',
  sharedStay: 'I am still here',
  sharedHandOn: 'Delete and start again for the next person',
  assistedSignIn: 'The applicant signs in with an account of their own. Do not use the helper’s account.',
  ownPhone: 'Do it on your own phone',
  ownPhoneScan: 'Scan this code with your phone to open this very procedure, then sign in there.',
  ownPhoneNothing: 'What has been answered here does not go along with this code.',
  ownPhoneAlt: 'QR code with the address of the page, without personal data',
}
