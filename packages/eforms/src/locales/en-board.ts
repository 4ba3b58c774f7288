import type { AreaLike } from './ui-strings.ts'
import type { viBoard } from './vi-board.ts'

/** Words of the display in the waiting room, English. */
export const enBoard: AreaLike<typeof viBoard> = {
  boardTitle: 'Now calling',
  boardNobody: 'No number has been called yet.',
  boardNext: 'Next',
  boardNobodyNext: 'Nobody is waiting.',
  boardWaiting: 'Waiting: {count}',
  boardCall: 'Number {ticket}, go to {counter}',
  boardAgain: 'Number {ticket} again, go to {counter}',
  boardStale: 'Not up to date since {time}. Ask an officer at the desk.',
  boardNever: 'Not connected yet. Ask an officer at the desk.',
  boardSpeak: 'Turn on spoken calls',
  boardNotOffered: 'This office does not use a calling display.',
}
