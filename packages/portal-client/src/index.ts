export { createPortalClient } from './client.ts'
export type { PortalClient } from './client.ts'
export type { Connection, PortalClientOptions } from './connection.ts'
export type { DossierCalls } from './dossiers.ts'
export type { FilingClient, SubmissionInput } from './filing.ts'
export type { OfficerClient } from './officer.ts'
export type { CallOptions, Transport, WriteOptions } from './transport.ts'
export type { WaitForPaymentOptions } from './wait-for-payment.ts'
export { createSessionHolder } from './session.ts'
export type { SessionHolder } from './session.ts'
export { problemName, problemReasons } from './refusal.ts'
export type {
  Acknowledgement, Attachment, Commune, Dossier, DossierSummary, Fee, IntakeSlip, OfficerDossier, PaymentRequest, Person, ResultFile, Session, StoredFile,
  Submission, Trust,
} from './contract.ts'
export {
  PortalDefinitionChangedError, PortalDefinitionHashError, PortalInsecureOriginError, PortalInvalidAnswersError, PortalProblemError, PortalResponseError,
  PortalSessionExpiredError, PortalSignInCancelledError, PortalSignInError, PortalTimeoutError, PortalUnreachableError, PortalUploadHashError, SIGN_IN_FAILURES,
} from './errors.ts'
export type { AnyPortalError, DefinitionKey, SignInFailure } from './errors.ts'
