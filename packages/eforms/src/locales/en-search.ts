import type { AreaLike } from './ui-strings.ts'
import type { viSearch } from './vi-search.ts'

/** Words of fields that find by typing, English. */
export const enSearch: AreaLike<typeof viSearch> = {
  noMatch: 'No option matches',
  communeHint: 'Type the name, with or without marks, then choose from the list.',
  communeCount: '{count} results',
  searchCut: '{count} results, {shown} of them shown. Type more.',
  communeNone: 'No commune, ward or special zone matches',
  communeFormer: '{commune} (formerly: {name})',
  communeFormerName: 'Formerly: {name}.',
  communeDivided: '{name} is now in: {communes}. Choose yours in the list.',
  communeDividedMore: '{communes} and {count} more',
  communeLoading: 'Loading the list…',
  communeFailed: 'The list of communes could not be loaded. Wait a few seconds, then click or type in this box to load it again.',
}
