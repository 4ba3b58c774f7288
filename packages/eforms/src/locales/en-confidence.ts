import type { AreaLike } from './ui-strings.ts'
import type { viConfidence } from './vi-confidence.ts'

/** How sure a fact is, English. */
export const enConfidence: AreaLike<typeof viConfidence> = {
  checkedLine: 'Checked on: {date}',
  confidenceLine: 'Confidence: {confidence}',
  confidenceCONFIRMED: 'read in an official text',
  confidenceINFERRED: 'put together from related sources, not stated outright',
  confidenceUNKNOWN: 'not established',
}
