import type { components } from './generated/portal.ts'

type Schemas = components['schemas']

/** Shapes of the portal contract, under the names it gives them. */
export type Acknowledgement = Schemas['Acknowledgement']
export type Attachment = Schemas['Attachment']
export type Commune = Schemas['Commune']
export type Dossier = Schemas['Dossier']
export type DossierSummary = Schemas['DossierSummary']
export type Fee = Schemas['Fee']
export type IntakeSlip = Schemas['IntakeSlip']
export type OfficerDossier = Schemas['OfficerDossier']
export type PaymentRequest = Schemas['PaymentRequest']
export type Person = Schemas['Person']
export type ResultFile = Schemas['ResultFile']
export type ServedDefinition = Schemas['ServedDefinition']
export type Session = Schemas['Session']
export type StoredFile = Schemas['StoredFile']
export type Submission = Schemas['Submission']
export type Trust = Schemas['Trust']
