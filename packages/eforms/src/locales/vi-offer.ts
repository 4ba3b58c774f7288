/** What stands below a dossier that has ended, Vietnamese: with the tracker only where there is an element to rate with. */
export const viOffer = {
  offerRating: 'Đánh giá, phản ánh về hồ sơ này',
} as const
