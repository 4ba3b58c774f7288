import { SENTENCES_EN } from '@motcua/form-core/english'
import type { AreaLike } from './ui-strings.ts'
import type { viAlone } from './vi-alone.ts'

const { generic, kinds } = SENTENCES_EN

/**
 * Words that only a field on a page of its own needs, English: what a form says in its own words, and what only its locale would say.
 * It takes the same sentences as the Vietnamese, in a list of its own: with code of theirs in common, English would be one file for
 * fields and another for forms.
 */
export const enAlone: AreaLike<typeof viAlone> = {
  aloneMin: generic.minimum,
  aloneMax: generic.maximum,
  aloneMinLength: generic.minLength,
  aloneMaxLength: generic.maxLength,
  aloneOption: generic.enum,
  aloneConsent: kinds.consent.required,
  aloneSome: kinds.checkboxes.required,
  alonePattern: '“{label}” is not written in the form that is asked for.',
  aloneNumber: kinds.integer.type,
  aloneDecimal: kinds.number.type,
  aloneMoney: kinds.money.type,
  aloneTime: kinds.time.pattern,
  alonePartialDate: kinds['partial-date'].pattern,
  alonePhone: kinds.phone.pattern,
  alonePhonePrefix: 'We do not know this prefix. Look again; if it is right, go on.',
  aloneEmail: kinds.email.pattern,
  alonePersonalId: kinds['personal-id'].pattern,
  alonePersonalIdPlace: 'The first three digits stand for no province or country we know. Look again; if they are right, go on.',
  alonePersonName: '“{label}” has letters, spaces, apostrophes and hyphens only, 2 to 100 characters.',
  alonePersonNameLook: 'Marks may be missing from this name, or a part of it. Look again; if it is right, go on.',
}
