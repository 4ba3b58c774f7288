import { SENTENCES_EN } from '@motcua/form-core/english'
import { aloneSentences } from './alone-sentences.ts'
import type { AreaLike } from './ui-strings.ts'
import type { viAlone } from './vi-alone.ts'

/** Words that only a field on a page of its own needs, English: what a form says in its own words, and what only its locale would say. */
export const enAlone: AreaLike<typeof viAlone> = {
  ...aloneSentences(SENTENCES_EN),
  alonePattern: '“{label}” is not written in the form that is asked for.',
  alonePhonePrefix: 'We do not know this prefix. Look again; if it is right, go on.',
  alonePersonalIdPlace: 'The first three digits stand for no province or country we know. Look again; if they are right, go on.',
  alonePersonName: '“{label}” has letters, spaces, apostrophes and hyphens only, 2 to 100 characters.',
  alonePersonNameLook: 'Marks may be missing from this name, or a part of it. Look again; if it is right, go on.',
}
