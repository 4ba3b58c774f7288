export { keepLegacyAddress, LAST_DAY_OF_OLD_UNITS, renderAddress } from './addresses.ts'
export type { AddressUnit, LegacyAddress, TwoLevelAddress } from './addresses.ts'
export { CalendarDataError, createWorkingCalendar } from './calendar.ts'
export type { CalendarAnswer, OutsideKnownRange, WorkingCalendar, WorkingCalendarData } from './calendar.ts'
export {
  addDays, addYears, ageOn, daysBetween, formatCalendarDate, instantInVietnam, isCalendarDate, isPartialDate, parseCalendarDate, partialDateRange,
  todayInVietnam, vietnamTime, weekdayOf,
} from './dates.ts'
export type { CalendarParts, VietnamTime } from './dates.ts'
export { createDateWords, dateInWords } from './dates/in-words.ts'
export type { DateWordsParts, DateWordsRenderer, DateWordsStyle } from './dates/in-words.ts'
export { isProblem, isSdkError, ISSUE_SOURCES, parseProblem, PROBLEM_MEDIA_TYPE, SdkError } from './errors.ts'
export type { Issue, IssueSource, ProblemDetails, ProblemFieldError } from './errors.ts'
export {
  checkPersonalId, formatDossierCode, isAgencyCode, isCommuneCodeShape, isEmail, isOldIdentityCardNumber, isPassportNumber, isProcedureCode,
  normalisePhone, parseAgencyCode, parseDossierCode, parsePersonalId, parseProcedureCode, PERSONAL_ID_CODES, personalIdMatches,
} from './identifiers.ts'
export type {
  AgencyCode, DossierCode, DossierCodeProblem, IdentifierIssue, Parsed, PersonalId, PersonalIdCheck, PersonalIdCode, PhoneCode, PhoneNumber, ProcedureCode, Sex,
} from './identifiers.ts'
export { mrzCheckDigit, parseIdentityCardMrz, parseIdentityCardQr } from './identity-card.ts'
export type { IdentityCardMrz, IdentityCardMrzCode, IdentityCardQr, IdentityCardQrCode } from './identity-card.ts'
export { escapeSegment, isJsonObject, pointerSegments } from './json.ts'
export type { JsonObject, JsonValue } from './json.ts'
export { assertVnd, formatVnd, isVnd, MAX_VND } from './money.ts'
export { amountInWords, numberInWords } from './money-words.ts'
export type { AmountInWordsOptions } from './money-words.ts'
export { checkRule, describeRuleProblem, evaluateRule, isUnknown, MAX_RULE_DEPTH, MAX_RULE_STEPS, OPERATOR_NAMES, RULE_PROBLEM_CODES, ruleDependencies, UNKNOWN } from './rules.ts'
export type { OperatorName, ReadAnswer, Rule, RuleContext, RuleMistake, RuleProblem, RuleProblemCode, RuleValue, Unknown } from './rules.ts'
export {
  checkPersonName, compareVietnamese, foldForSearch, maskDeep, maskEmail, maskPersonalId, maskPhone, maskText, normalisePersonName,
  normaliseText, PERSON_NAME_CODES,
} from './text.ts'
export type { NormaliseTextOptions, PersonNameCode, PersonNameIssue } from './text.ts'
