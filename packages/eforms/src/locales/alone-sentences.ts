import type { SENTENCES_VI } from '@motcua/form-core'
import type { SENTENCES_EN } from '@motcua/form-core/english'

/** What a field on a page of its own says in the sentences of a form, in their language. */
export function aloneSentences({ generic, kinds }: typeof SENTENCES_VI | typeof SENTENCES_EN) {
  return {
    aloneMin: generic.minimum,
    aloneMax: generic.maximum,
    aloneMinLength: generic.minLength,
    aloneMaxLength: generic.maxLength,
    aloneOption: generic.enum,
    aloneConsent: kinds.consent.required,
    aloneSome: kinds.checkboxes.required,
    aloneNumber: kinds.integer.type,
    aloneDecimal: kinds.number.type,
    aloneMoney: kinds.money.type,
    aloneTime: kinds.time.pattern,
    alonePartialDate: kinds['partial-date'].pattern,
    alonePhone: kinds.phone.pattern,
    aloneEmail: kinds.email.pattern,
    alonePersonalId: kinds['personal-id'].pattern,
  }
}
