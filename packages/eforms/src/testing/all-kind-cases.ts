import type { FieldKind } from '@motcua/schemas/definition'
import { checkboxCases } from '../fields/checkbox/checkbox.cases.ts'
import { checkboxesCases } from '../fields/checkboxes/checkboxes.cases.ts'
import { communeCases } from '../fields/commune/commune.cases.ts'
import { consentCases } from '../fields/consent/consent.cases.ts'
import { dateCases } from '../fields/date/date.cases.ts'
import { emailCases } from '../fields/email/email.cases.ts'
import { integerCases } from '../fields/integer/integer.cases.ts'
import { longTextCases } from '../fields/long-text/long-text.cases.ts'
import { moneyCases } from '../fields/money/money.cases.ts'
import { numberCases } from '../fields/number/number.cases.ts'
import { partialDateCases } from '../fields/partial-date/partial-date.cases.ts'
import { personNameCases } from '../fields/person-name/person-name.cases.ts'
import { personalIdCases } from '../fields/personal-id/personal-id.cases.ts'
import { phoneCases } from '../fields/phone/phone.cases.ts'
import { provinceCases } from '../fields/province/province.cases.ts'
import { radioCases } from '../fields/radio/radio.cases.ts'
import { readOnlyCases } from '../fields/read-only/read-only.cases.ts'
import { searchSelectCases } from '../fields/search-select/search-select.cases.ts'
import { selectCases } from '../fields/select/select.cases.ts'
import { textCases } from '../fields/text/text.cases.ts'
import { timeCases } from '../fields/time/time.cases.ts'
import { yesNoCases } from '../fields/yes-no/yes-no.cases.ts'
import type { KindCases } from './kind-cases.ts'

/** The cases of every kind; one that has none does not compile. */
export const KIND_CASES: Readonly<Record<FieldKind, KindCases>> = {
  text: textCases, 'long-text': longTextCases, 'person-name': personNameCases, 'personal-id': personalIdCases, phone: phoneCases, email: emailCases,
  date: dateCases, 'partial-date': partialDateCases, integer: integerCases, select: selectCases, radio: radioCases, checkbox: checkboxCases,
  province: provinceCases, commune: communeCases, number: numberCases, money: moneyCases, time: timeCases, 'yes-no': yesNoCases,
  checkboxes: checkboxesCases, 'search-select': searchSelectCases, 'read-only': readOnlyCases, consent: consentCases,
}
