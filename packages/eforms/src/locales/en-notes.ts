import type { AreaLike } from './ui-strings.ts'
import type { viNotes } from './vi-notes.ts'

/** Words beside any field and over the errors, English: all that an element needs which has fields but no form. */
export const enNotes: AreaLike<typeof viNotes> = {
  optional: '(optional)',
  errorPrefix: 'Error: ',
  warningPrefix: 'Note: ',
  locked: 'This comes from your identity account and cannot be changed here.',
  fileLine: '{name} · {size}',
  errorSummaryTitle: 'There is a problem',
}
