import { enConfidence } from './en-confidence.ts'
import type { AreaLike } from './ui-strings.ts'
import type { viFacts } from './vi-facts.ts'

/** What is said of a procedure before anybody starts, and why it may not be there, English. */
export const enFacts: AreaLike<typeof viFacts> = {
  ...enConfidence,
  blockedProcedure: 'No procedure “{procedure}” is in force. Whoever runs this page should check the “procedure” attribute.',
  blockedProcedureEnded: 'This procedure was in force until {date}; the one that replaces it is not here yet. Ask the one-stop desk.',
  blockedCommune: 'There is no commune, ward or special zone with code “{commune}”. Whoever runs this page should check the “commune” attribute.',
  blockedBroken: 'The form that arrived differs from the published one, so it was not opened. Try again; if it happens again, tell the one-stop desk.',
  factWho: 'Who may ask',
  factHowLong: 'How long it takes',
  factHowMuch: 'Fees',
  factPapers: 'Papers needed',
  factResults: 'Result',
  factChannels: 'Ways to file',
  factLegalBasis: 'Legal basis',
  factActs: 'See {count} acts',
  factWhere: 'Receiving office',
  factCode: 'Procedure code: {code}',
  factUnknown: 'Not established from an official source',
  factSource: 'Source and confidence',
  sourceLine: 'Source: {source}',
  papersNone: 'No paper has to be filed.',
  papersDepend: 'only if your answers call for it',
  papersAlways: 'always',
  papersOptional: 'optional',
  papersLookup: 'only if the office cannot look it up',
  papersPresent: 'only to be shown to the officer',
  feesNone: 'No fee.',
  feeByProvince: 'the amount is set by the province',
  feeByAnswers: 'computed from your answers',
  deskHours: 'Opening hours: {hours}',
  deskPhone: 'Telephone: {phone}',
}
