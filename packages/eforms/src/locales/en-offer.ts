import type { AreaLike } from './ui-strings.ts'
import type { viOffer } from './vi-offer.ts'

/** What stands below a dossier that has ended, English: with the tracker only where there is an element to rate with. */
export const enOffer: AreaLike<typeof viOffer> = {
  offerRating: 'Rate or comment on this dossier',
}
