import { MotcuaAddressField } from '../fields/address/address-field.ts'
import { MotcuaCheckboxField } from '../fields/checkbox/checkbox-field.ts'
import { MotcuaCheckboxesField } from '../fields/checkboxes/checkboxes-field.ts'
import { MotcuaCommuneField } from '../fields/commune/commune-field.ts'
import { MotcuaConsentField } from '../fields/consent/consent-field.ts'
import { MotcuaDateField } from '../fields/date/date-field.ts'
import { MotcuaEmailField } from '../fields/email/email-field.ts'
import { MotcuaFileField } from '../fields/file/file-field.ts'
import { MotcuaIdentityDocumentField } from '../fields/identity-document/identity-document-field.ts'
import { MotcuaIntegerField } from '../fields/integer/integer-field.ts'
import { MotcuaLongTextField } from '../fields/long-text/long-text-field.ts'
import { MotcuaMoneyField } from '../fields/money/money-field.ts'
import { MotcuaNumberField } from '../fields/number/number-field.ts'
import { MotcuaPartialDateField } from '../fields/partial-date/partial-date-field.ts'
import { MotcuaPersonField } from '../fields/person/person-field.ts'
import { MotcuaPersonNameField } from '../fields/person-name/person-name-field.ts'
import { MotcuaPersonalIdField } from '../fields/personal-id/personal-id-field.ts'
import { MotcuaPhoneField } from '../fields/phone/phone-field.ts'
import { MotcuaProvinceField } from '../fields/province/province-field.ts'
import { MotcuaRadioField } from '../fields/radio/radio-field.ts'
import { MotcuaReadOnlyField } from '../fields/read-only/read-only-field.ts'
import { MotcuaSearchSelectField } from '../fields/search-select/search-select-field.ts'
import { MotcuaSelectField } from '../fields/select/select-field.ts'
import { MotcuaTextField } from '../fields/text/text-field.ts'
import { MotcuaTimeField } from '../fields/time/time-field.ts'
import { MotcuaYesNoField } from '../fields/yes-no/yes-no-field.ts'

/** Every field that stands on its own, of one question or of several. A new one is one entry here and one folder beside it. */
export const FIELD_ELEMENTS = [
  MotcuaTextField, MotcuaLongTextField, MotcuaIntegerField, MotcuaNumberField, MotcuaMoneyField, MotcuaDateField, MotcuaPartialDateField, MotcuaTimeField,
  MotcuaSelectField, MotcuaSearchSelectField, MotcuaRadioField, MotcuaYesNoField, MotcuaCheckboxField, MotcuaCheckboxesField, MotcuaConsentField,
  MotcuaPhoneField, MotcuaEmailField, MotcuaPersonNameField, MotcuaPersonalIdField, MotcuaProvinceField, MotcuaCommuneField, MotcuaFileField, MotcuaReadOnlyField,
  MotcuaAddressField, MotcuaPersonField, MotcuaIdentityDocumentField,
] as const
