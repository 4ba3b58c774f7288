import type { AreaLike } from './ui-strings.ts'
import type { viPrefill } from './vi-prefill.ts'

/** Words for filling in what the State and the person's earlier dossiers know already, English. */
export const enPrefill: AreaLike<typeof viPrefill> = {
  prefillTitle: 'Fill in for you?',
  prefillWhat: 'The portal can take facts about you, such as where you live, from the National Population Database and from dossiers you filed here. Nothing has been looked up. Every answer that is filled in says where it comes from.',
  prefillAssisted: 'Ask the person you help before you press: these are their facts.',
  prefillFill: 'Fill in for me',
  prefillDecline: 'I fill it in myself',
  prefillDeclined: 'You fill it in yourself. Nothing has been looked up.',
  prefillLooking: 'Asking. Go on filling in meanwhile.',
  prefillDone: '{count} answers were filled in. Look them over.',
  prefillNothing: 'There was nothing to fill in. Fill it in yourself.',
  prefillFailed: 'Nothing could be asked. Fill it in yourself, or try again later.',
  prefillRetry: 'Try again',
  prefillFromPopulation: 'From the National Population Database, asked on {day}: {fields}.',
  prefillFromDossier: 'From your earlier dossier of {day}: {fields}.',
  prefillUndoPopulation: 'Remove what comes from the National Population Database',
  prefillUndoDossier: 'Remove what comes from an earlier dossier',
  prefillUndone: '{count} answers were removed. Fill them in yourself.',
  'prefill:not-found': 'The National Population Database did not find you.',
  'prefill:mismatch': 'What the National Population Database has does not fit the account that is signed in, so it was not used.',
  'prefill:unavailable': 'The National Population Database does not answer just now.',
  'prefill:assurance-too-low': 'The account you signed in with is not of the level that is needed to ask the National Population Database.',
  'prefill:not-connected': 'This portal has no connection with the National Population Database.',
  prefillWrong: 'What if a locked answer is wrong?',
  prefillWrongHow: 'Locked facts are kept by the police, so they cannot be changed here. Go to the police of the commune where you live and ask how to have them corrected. Then sign in again.',
}
