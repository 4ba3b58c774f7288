import { enNotes } from './en-notes.ts'
import type { AreaLike } from './ui-strings.ts'
import type { viFields } from './vi-fields.ts'

/** Words of the fields and of the form round them, English. */
export const enFields: AreaLike<typeof viFields> = {
  ...enNotes,
  fieldRequired: 'You have not answered “{label}”.',
  fieldDate: '“{label}” must be a real date, for example 27 3 1985.',
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
  continue: 'Continue',
}
