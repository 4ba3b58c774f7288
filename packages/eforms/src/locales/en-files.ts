import type { AreaLike } from './ui-strings.ts'
import type { viFiles } from './vi-files.ts'

/** Words about a file that somebody chooses, English: on the page of papers and in a field of its own. */
export const enFiles: AreaLike<typeof viFiles> = {
  documentLimits: '{types} accepted; at most {size} per file.',
  uploadTooLarge: 'The file has {size}, more than {limit}. Take a smaller photo or choose another file.',
  uploadWrongType: 'This is not a kind of file that is accepted ({types}). Choose another file.',
  uploadEmpty: 'This file is empty. Choose another file.',
  uploadRemove: 'Remove this file',
  fileLimit: 'Each file at most {size}.',
}
