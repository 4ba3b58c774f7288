export {
  formatDossierCode, isAgencyCode, isCommuneCodeShape, isProcedureCode, parseAgencyCode, parseDossierCode, parseProcedureCode,
} from './identifiers/codes.ts'
export type { AgencyCode, DossierCode, DossierCodeProblem, ProcedureCode } from './identifiers/codes.ts'
export { isOldIdentityCardNumber, isPassportNumber } from './identifiers/identity-documents.ts'
export type { IdentifierIssue, Parsed } from './identifiers/outcome.ts'
export { checkPersonalId, parsePersonalId, PERSONAL_ID_CODES } from './identifiers/personal-id.ts'
export type { PersonalId, PersonalIdCheck, PersonalIdCode } from './identifiers/personal-id.ts'
export { personalIdMatches } from './identifiers/personal-id-parts.ts'
export type { Sex } from './identifiers/personal-id-parts.ts'
export { isEmail, normalisePhone } from './identifiers/phone.ts'
export type { PhoneCode, PhoneNumber } from './identifiers/phone.ts'
