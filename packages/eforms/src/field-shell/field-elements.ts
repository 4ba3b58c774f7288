import { MotcuaAddressField } from './address-field/address-field.ts'
import { MotcuaCheckboxField } from './checkbox-field/checkbox-field.ts'
import { MotcuaCheckboxesField } from './checkboxes-field/checkboxes-field.ts'
import { MotcuaCommuneField } from './commune-field/commune-field.ts'
import { MotcuaConsentField } from './consent-field/consent-field.ts'
import { MotcuaDateField } from './date-field/date-field.ts'
import { MotcuaEmailField } from './email-field/email-field.ts'
import { MotcuaFileField } from './file-field/file-field.ts'
import { MotcuaIdentityDocumentField } from './identity-document-field/identity-document-field.ts'
import { MotcuaIntegerField } from './integer-field/integer-field.ts'
import { MotcuaLongTextField } from './long-text-field/long-text-field.ts'
import { MotcuaMoneyField } from './money-field/money-field.ts'
import { MotcuaNumberField } from './number-field/number-field.ts'
import { MotcuaPartialDateField } from './partial-date-field/partial-date-field.ts'
import { MotcuaPersonField } from './person-field/person-field.ts'
import { MotcuaPersonNameField } from './person-name-field/person-name-field.ts'
import { MotcuaPersonalIdField } from './personal-id-field/personal-id-field.ts'
import { MotcuaPhoneField } from './phone-field/phone-field.ts'
import { MotcuaProvinceField } from './province-field/province-field.ts'
import { MotcuaRadioField } from './radio-field/radio-field.ts'
import { MotcuaReadOnlyField } from './read-only-field/read-only-field.ts'
import { MotcuaSearchSelectField } from './search-select-field/search-select-field.ts'
import { MotcuaSelectField } from './select-field/select-field.ts'
import { MotcuaTextField } from './text-field/text-field.ts'
import { MotcuaTimeField } from './time-field/time-field.ts'
import { MotcuaYesNoField } from './yes-no-field/yes-no-field.ts'

/** Every field that stands on its own, of one question or of several. A new one is one entry here and one folder beside it. */
export const FIELD_ELEMENTS = [
  MotcuaTextField, MotcuaLongTextField, MotcuaIntegerField, MotcuaNumberField, MotcuaMoneyField, MotcuaDateField, MotcuaPartialDateField, MotcuaTimeField,
  MotcuaSelectField, MotcuaSearchSelectField, MotcuaRadioField, MotcuaYesNoField, MotcuaCheckboxField, MotcuaCheckboxesField, MotcuaConsentField,
  MotcuaPhoneField, MotcuaEmailField, MotcuaPersonNameField, MotcuaPersonalIdField, MotcuaProvinceField, MotcuaCommuneField, MotcuaFileField, MotcuaReadOnlyField,
  MotcuaAddressField, MotcuaPersonField, MotcuaIdentityDocumentField,
] as const
