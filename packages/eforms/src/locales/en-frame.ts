import type { AreaLike } from './ui-strings.ts'
import type { viFrame } from './vi-frame.ts'

/** Words round an eForm or a panel, English: signing in, and what is wrong with the address of the portal. */
export const enFrame: AreaLike<typeof viFrame> = {
  retry: 'Try again',
  lacksAttribute: 'This page is not fully set up. Whoever runs it needs to write the attribute “{attribute}”.',
  blockedPortal: 'The address of the receiving portal, “{portal}”, cannot be used. Whoever runs this page should check the “portal” attribute: it must start with https.',
  signInNote: 'You will be taken to the electronic identity page and come back here.',
  signIn: 'Sign in',
  signInFailed: 'Signing in did not succeed. Try again.',
  signInCancelled: 'You stopped signing in. Nothing has been sent.',
  sessionExpired: 'Your session has ended. What you entered is still here; sign in again to go on.',
  supportCode: 'Support code: {code}',
}
