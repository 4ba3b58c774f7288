import type { AreaLike } from './ui-strings.ts'
import type { viFields } from './vi-fields.ts'

/** Words of the fields and of the form round them, English. */
export const enFields: AreaLike<typeof viFields> = {
  optional: '(optional)',
  errorPrefix: 'Error: ',
  warningPrefix: 'Note: ',
  fieldRequired: 'You have not answered “{label}”.',
  fieldDate: '“{label}” must be a real date, for example 27 3 1985.',
  locked: 'This comes from your identity account and cannot be changed here.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  choose: 'Choose…',
  yes: 'Yes',
  no: 'No',
  consentDetails: 'Read it in full',
  nothingYet: 'None yet',
  rowLegend: 'Item {number}',
  loading: 'Loading the form…',
  fileLine: '{name} · {size}',
  continue: 'Continue',
  errorSummaryTitle: 'There is a problem',
}
