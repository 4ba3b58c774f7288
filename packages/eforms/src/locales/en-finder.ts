import type { AreaLike } from './ui-strings.ts'
import type { viFinder } from './vi-finder.ts'

/** Words of the search for a procedure, English. */
export const enFinder: AreaLike<typeof viFinder> = {
  finderLabel: 'What do you need to do?',
  finderHint: 'Type a few words, with or without Vietnamese marks, or the code of the procedure.',
  finderCode: 'Procedure code {code}',
  finderAll: '{count} procedures can be done here.',
  finderUnread: 'No word in this box could be understood. Here are all {count} procedures.',
  finderCount: 'Found: {count}.',
  finderNone: 'No procedure was found. Try other words, or clear the box to see them all.',
}
